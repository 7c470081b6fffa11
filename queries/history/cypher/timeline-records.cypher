// Follow-up records of commitments.
MATCH (r:StatusRecord)-[:RECORD_OF|FOLLOW_UP]-(c:Commitment)
WITH DISTINCT r, c, coalesce(r.date, r.`date^^xsd:gYearMonth`, r.`date^^xsd:gYear`) AS date
WHERE date IS NOT NULL AND ($as_of IS NULL OR date <= $as_of)
  AND ($documents IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
RETURN c.id AS thing, date AS date, null AS until, r.followUpStatus AS status,
       r.certainty AS certainty, [c.id] AS sources
ORDER BY date, thing
