// What initiatives do: their functions, the crimes they act against, where they work.
MATCH (i:Arrangement)-[v:HAS_FUNCTION|TARGETS_CRIME|OPERATES_IN|COVERS|APPLIES_TO_ROUTE]->(f:Entity)
WHERE v.statement IS NOT NULL
  AND ($statuses IS NULL OR v.status IN $statuses)
  AND ($certainties IS NULL OR v.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(i) WHERE k IN $kinds))
  AND ($places IS NULL OR f.id IN $places OR any(p IN coalesce(v.place, []) WHERE p IN $places))
