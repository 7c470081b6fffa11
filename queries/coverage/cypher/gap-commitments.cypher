// Commitments of these kinds with all that a gap could lie in, one row each.
MATCH (c:Commitment)
WHERE any(k IN labels(c) WHERE k IN $commitment_kinds)
  AND ($certainties IS NULL OR c.certainty IN $certainties)
  AND ($documents IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL OR EXISTS {
        MATCH (c)-[:CONCERNS|SECTION|ALIGNED_WITH]->(t:Entity) WHERE t.id IN $themes })
OPTIONAL MATCH (c)-[:CONCERNS]->(m:Arrangement)
WITH c, collect(DISTINCT m.id) AS matters
OPTIONAL MATCH (c)-[:CONCERNS|ADDRESSED_TO]->(p:Area)
WITH c, matters, collect(DISTINCT p.id) AS places
OPTIONAL MATCH (s:Statement)-[:EXPRESSES]->(c)
WITH c, matters, places, collect(DISTINCT s.id) AS statements
OPTIONAL MATCH (s:Statement)-[:EXPRESSES]->(c)
OPTIONAL MATCH (s)-[:PLACE|APPLIES_TO|DESTINATION]->(p:Area)
WITH c, matters, statements, places, collect(DISTINCT p.id) AS roles
WITH c, matters, statements, places + roles AS places
WHERE $places IS NULL OR any(p IN places WHERE p IN $places)
OPTIONAL MATCH (c)-[:INDICATOR]->(i:Indicator)
WITH c, matters, statements, places, count(i) AS indicators
OPTIONAL MATCH (r:StatusRecord)-[:RECORD_OF|FOLLOW_UP]-(c)
WITH c, matters, statements, places, indicators,
     count(DISTINCT r.id) AS records
RETURN c.id AS id, matters AS matters, statements AS statements, places AS places,
       indicators AS indicators, records AS records,
       coalesce(c.deadline, c.`deadline^^xsd:gYearMonth`, c.`deadline^^xsd:gYear`,
                c.`deadlineText@en`, c.`deadlineText@fr`) IS NOT NULL AS deadline
ORDER BY id
