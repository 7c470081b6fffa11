// Deadlines of commitments that are dates.
MATCH (c:Commitment)
WITH c, coalesce(c.deadline, c.`deadline^^xsd:gYearMonth`, c.`deadline^^xsd:gYear`) AS date
WHERE date IS NOT NULL
  AND ($documents IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($as_of IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') <= $as_of })
RETURN c.id AS thing, date AS date, null AS until, c.certainty AS certainty, [c.id] AS sources
ORDER BY date, thing
