// Whether a node was there by then, whatever it is.
(NOT __X__:Statement OR (__STATEMENT__))
AND (NOT __X__:Commitment OR (__SOURCE__))
AND (NOT __X__:Paragraph OR (__PARAGRAPH__))
AND (NOT __X__:Document OR (__DOCUMENT__))
AND (NOT __X__:StatusRecord OR (__RECORD__))
