// The same where a filter asks for what only the statement carries.
WITH i.id AS initiative, f.id AS feature, type(v) AS type, v.certainty AS certainty,
     v.statement AS statement
MATCH (s:Entity {id: statement})
WHERE ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL OR feature IN $themes
       OR EXISTS { MATCH (s)-[:TOPIC]->(t:Entity) WHERE t.id IN $themes })
RETURN initiative, feature, type,
       sum(CASE certainty WHEN 'implied' THEN 0 ELSE 1 END) AS stated, count(*) AS statements
