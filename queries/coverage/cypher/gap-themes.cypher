// The themes and crimes of each document: what a commitment concerns or stands under, what a
// statement has as object or topic.
MATCH (p:Paragraph)-[:IS_PART_OF]->(d:Document)
WHERE ($documents IS NULL OR d.id IN $documents) AND d.identifier IS NOT NULL
MATCH (c:Commitment)-[:HAD_PRIMARY_SOURCE]->(p)
MATCH (c)-[:CONCERNS]->(t:Entity)
WHERE (t:Theme OR t:CrimeType) AND ($themes IS NULL OR t.id IN $themes)
RETURN DISTINCT d.id AS document, t.id AS theme, c.id AS source, 'commitment' AS kind
ORDER BY document, theme, source
