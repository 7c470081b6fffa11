// Dates that statements give to events: of the event itself where it is subject or object.
MATCH (s:Statement)-[:SUBJECT|OBJECT]->(e:Event)
WITH DISTINCT s, e
WITH s, e, coalesce(s.date, s.`date^^xsd:gYearMonth`, s.`date^^xsd:gYear`, s.validFrom,
                    s.`validFrom^^xsd:gYearMonth`, s.`validFrom^^xsd:gYear`) AS date
MATCH (s)-[:PREDICATE]->(p:Entity)
WHERE date IS NOT NULL AND p.id IN $dating
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($as_of IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') <= $as_of })
WITH e, date, coalesce(s.validTo, '') AS until, s.status AS status, s.certainty AS certainty, s
RETURN e.id AS thing, date AS date, until AS until, status AS status, certainty AS certainty,
       collect(DISTINCT s.id) AS sources
ORDER BY date, thing, until, status, certainty
