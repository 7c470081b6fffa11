// Whether a document was issued by then; one whose date nobody knows was.
coalesce(__X__.issued, __X__.`issued^^xsd:gYearMonth`, __X__.`issued^^xsd:gYear`, '') <= $as_of
