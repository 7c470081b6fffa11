// Where and when a commitment was made.
MATCH (c:Entity {id: $id})-[:HAD_PRIMARY_SOURCE]->(p:Entity)
MATCH (p)-[:IS_PART_OF]->(d:Entity)
RETURN DISTINCT d.id AS document,
       coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`) AS date
ORDER BY date, document
