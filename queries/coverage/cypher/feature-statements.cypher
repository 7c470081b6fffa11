// The statements that give initiatives their features.
UNWIND $ids AS wanted
MATCH (i:Entity {id: wanted})-[v:HAS_FUNCTION|TARGETS_CRIME|OPERATES_IN|COVERS|APPLIES_TO_ROUTE]->(f:Entity)
WHERE v.statement IS NOT NULL AND f.id IN $features
  AND ($statuses IS NULL OR v.status IN $statuses)
  AND ($certainties IS NULL OR v.certainty IN $certainties)
RETURN wanted AS initiative, f.id AS feature, v.statement AS statement
ORDER BY initiative, feature, statement
