// The ends of statements that pass the filters.
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:PREDICATE]->(p:Entity)
MATCH (s)-[:OBJECT]->(b:Entity)
WHERE p.id IN $predicates
  AND (__ENDS__)
  AND ($statuses IS NULL OR s.status IN $statuses)
  AND ($certainties IS NULL OR s.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(a) WHERE k IN $kinds)
       OR any(k IN labels(b) WHERE k IN $kinds))
  AND ($places IS NULL
       OR EXISTS { MATCH (s)-[:PLACE|APPLIES_TO]->(w:Entity) WHERE w.id IN $places }
       OR (p.id IN $place_predicates AND b.id IN $places))
  AND ($datasets IS NULL OR s.dataset IN $datasets
       OR any(d IN coalesce(s.datasets, []) WHERE d IN $datasets))
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL
       OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|TOPIC]->(t:Entity) WHERE t.id IN $themes }
       OR EXISTS {
        MATCH (s)-[:EXPRESSES]->(:Commitment)-[:CONCERNS|SECTION|ALIGNED_WITH]->(t:Entity)
        WHERE t.id IN $themes })
WITH DISTINCT s, a.id AS subject, b.id AS object, s.status AS status, s.certainty AS certainty,
     s.id AS statement__CARRY__
