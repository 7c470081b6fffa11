// Whether anything was there by then: by its own time, or as a thing that had been told of.
(__NODE__)
AND (__X__:Statement OR __X__:Commitment OR __X__:Paragraph OR __X__:StatusRecord OR (__THING__))
