// The statement of each edge, where a filter or a role asks for it.
MATCH (s:Entity {id: statement})
WHERE ($datasets IS NULL OR s.dataset IN $datasets
       OR any(d IN coalesce(s.datasets, []) WHERE d IN $datasets))
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL
       OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|TOPIC]->(t:Entity) WHERE t.id IN $themes }
       OR EXISTS {
        MATCH (s)-[:EXPRESSES]->(:Commitment)-[:CONCERNS|SECTION|ALIGNED_WITH]->(t:Entity)
        WHERE t.id IN $themes })
  AND ($as_of IS NULL
       OR NOT EXISTS { MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(:Entity) }
       OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') <= $as_of })
  AND ($as_of IS NULL OR NOT EXISTS {
        MATCH (s)-[:WAS_DERIVED_FROM]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') > $as_of })
