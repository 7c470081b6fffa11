// The same for places that are a role of a statement.
UNWIND $ids AS wanted
MATCH (s:Statement)-[:SUBJECT]->(i:Entity {id: wanted})
MATCH (s)-[:PLACE|APPLIES_TO]->(f:Entity)
WHERE f.id IN $features
  AND ($statuses IS NULL OR s.status IN $statuses)
  AND ($certainties IS NULL OR s.certainty IN $certainties)
RETURN DISTINCT wanted AS initiative, f.id AS feature, s.id AS statement
ORDER BY initiative, feature, statement
