// Which of these statements pass the filters.
UNWIND $ids AS wanted
MATCH (s:Entity {id: wanted})
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:OBJECT]->(b:Entity)
MATCH (a)-[v]->(b)
WHERE v.statement = wanted
  AND ($thing IS NULL OR EXISTS { MATCH (s)-[]->(t:Entity {id: $thing}) })
  AND ($types IS NULL OR type(v) IN $types)
  AND ($statuses IS NULL OR v.status IN $statuses)
  AND ($certainties IS NULL OR v.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(a) WHERE k IN $kinds)
       OR any(k IN labels(b) WHERE k IN $kinds))
  AND ($places IS NULL
       OR any(p IN coalesce(v.place, []) WHERE p IN $places)
       OR any(p IN coalesce(v.appliesTo, []) WHERE p IN $places)
       OR (type(v) IN $place_types AND b.id IN $places))
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL
       OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|TOPIC]->(t:Entity) WHERE t.id IN $themes }
       OR EXISTS {
        MATCH (s)-[:EXPRESSES]->(:Commitment)-[:CONCERNS|SECTION|ALIGNED_WITH]->(t:Entity)
        WHERE t.id IN $themes })
RETURN DISTINCT wanted AS id
ORDER BY id
