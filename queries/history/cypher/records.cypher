// The follow-up records of a commitment.
MATCH (r:StatusRecord)-[:RECORD_OF|FOLLOW_UP]-(:Entity {id: $id})
WITH DISTINCT r
OPTIONAL MATCH (r)-[:HAD_PRIMARY_SOURCE]->(source:Entity)
WITH r, collect(DISTINCT source.id) AS sources
RETURN r.id AS id, coalesce(r.date, r.`date^^xsd:gYearMonth`, r.`date^^xsd:gYear`) AS date,
       r.followUpStatus AS status, r.certainty AS certainty, sources AS sources,
       {en: r.`summary@en`, fr: r.`summary@fr`} AS summary,
       {en: r.`note@en`, fr: r.`note@fr`} AS note
ORDER BY date, id
