// The same by statements.
MATCH (p:Paragraph)-[:IS_PART_OF]->(d:Document)
WHERE ($documents IS NULL OR d.id IN $documents) AND d.identifier IS NOT NULL
MATCH (s:Statement)-[:HAD_PRIMARY_SOURCE]->(p)
MATCH (s)-[:OBJECT|TOPIC]->(t:Entity)
WHERE (t:Theme OR t:CrimeType) AND ($themes IS NULL OR t.id IN $themes)
RETURN DISTINCT d.id AS document, t.id AS theme, s.id AS source, 'statement' AS kind
ORDER BY document, theme, source
