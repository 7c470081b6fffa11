// Whether a follow-up record was made by then.
coalesce(__X__.date, __X__.`date^^xsd:gYearMonth`, __X__.`date^^xsd:gYear`, '') <= $as_of
