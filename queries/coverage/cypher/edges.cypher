// The direct edges that pass the filters; which ends they must have is put in from the table of
// dimensions, types from the stored predicates.
MATCH (a:Entity)-[v:__TYPES__]->(b:Entity)
WHERE v.statement IS NOT NULL
  AND (__ENDS__)
  AND ($statuses IS NULL OR v.status IN $statuses)
  AND ($certainties IS NULL OR v.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(a) WHERE k IN $kinds)
       OR any(k IN labels(b) WHERE k IN $kinds))
  AND ($places IS NULL
       OR any(p IN coalesce(v.place, []) WHERE p IN $places)
       OR any(p IN coalesce(v.appliesTo, []) WHERE p IN $places)
       OR (type(v) IN $place_types AND b.id IN $places))
  AND ($as_of IS NULL
       OR coalesce(v.validTo, v.`validTo^^xsd:gYearMonth`, v.`validTo^^xsd:gYear`, '9999') + '-99'
          >= $as_of)
  AND ($as_of IS NULL OR coalesce(v.status, 'actual') <> 'actual'
       OR coalesce(v.validFrom, v.`validFrom^^xsd:gYearMonth`, v.`validFrom^^xsd:gYear`,
                   v.date, v.`date^^xsd:gYearMonth`, v.`date^^xsd:gYear`, '') <= $as_of)
