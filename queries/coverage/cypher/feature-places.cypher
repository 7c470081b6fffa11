// Where initiatives are said to act by a role of their statements.
MATCH (s:Statement)-[:PLACE|APPLIES_TO]->(f:Area)
MATCH (s)-[:SUBJECT]->(i:Arrangement)
WHERE ($statuses IS NULL OR s.status IN $statuses)
  AND ($certainties IS NULL OR s.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(i) WHERE k IN $kinds))
  AND ($places IS NULL OR f.id IN $places)
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL OR EXISTS { MATCH (s)-[:OBJECT|TOPIC]->(t:Entity) WHERE t.id IN $themes })
WITH DISTINCT s, i.id AS initiative, f.id AS feature
RETURN initiative, feature, 'PLACE' AS type,
       sum(CASE s.certainty WHEN 'implied' THEN 0 ELSE 1 END) AS stated, count(*) AS statements
