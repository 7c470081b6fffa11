// What initiatives do: their functions, the crimes they act against, where they work.
MATCH (i:Arrangement)-[v:HAS_FUNCTION|TARGETS_CRIME|OPERATES_IN|COVERS|APPLIES_TO_ROUTE]->(f:Entity)
WHERE v.statement IS NOT NULL
  AND ($statuses IS NULL OR v.status IN $statuses)
  AND ($certainties IS NULL OR v.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(i) WHERE k IN $kinds))
  AND ($places IS NULL OR f.id IN $places OR any(p IN coalesce(v.place, []) WHERE p IN $places))
  AND ($as_of IS NULL
       OR coalesce(v.validTo, v.`validTo^^xsd:gYearMonth`, v.`validTo^^xsd:gYear`, '9999') + '-99'
          >= $as_of)
  AND ($as_of IS NULL OR coalesce(v.status, 'actual') <> 'actual'
       OR coalesce(v.validFrom, v.`validFrom^^xsd:gYearMonth`, v.`validFrom^^xsd:gYear`,
                   v.date, v.`date^^xsd:gYearMonth`, v.`date^^xsd:gYear`, '') <= $as_of)
