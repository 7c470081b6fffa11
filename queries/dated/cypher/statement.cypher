// Whether a statement was said by then, had not ended and, where it is a fact, had begun.
coalesce(__X__.validTo, __X__.`validTo^^xsd:gYearMonth`, __X__.`validTo^^xsd:gYear`, '9999') + '-99' >= $as_of
AND (coalesce(__X__.status, 'actual') <> 'actual'
     OR coalesce(__X__.validFrom, __X__.`validFrom^^xsd:gYearMonth`, __X__.`validFrom^^xsd:gYear`,
                 __X__.date, __X__.`date^^xsd:gYearMonth`, __X__.`date^^xsd:gYear`, '') <= $as_of)
AND (__SOURCE__)
AND NOT EXISTS {
      MATCH (__X__)-[:WAS_DERIVED_FROM]->(:Entity)-[:IS_PART_OF]->(dated_d:Entity)
      WHERE NOT (__DOCUMENT__) }
AND NOT EXISTS {
      MATCH (__X__)-[:WAS_DERIVED_FROM]->(:Statement)-[:HAD_PRIMARY_SOURCE]->(:Entity)
            -[:IS_PART_OF]->(dated_d:Entity)
      WHERE NOT (__DOCUMENT__) }
