// The commitments of a document with all that tells what they are about and how firm they are.
MATCH (p:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document})
MATCH (c:Commitment)-[:HAD_PRIMARY_SOURCE]->(p)
WHERE any(k IN labels(c) WHERE k IN $commitment_kinds)
WITH DISTINCT c
OPTIONAL MATCH (c)-[:CONCERNS]->(m:Entity)
WITH c, collect(DISTINCT m.id) AS matters
OPTIONAL MATCH (c)-[:SECTION|ALIGNED_WITH]->(h:Entity)
WITH c, matters, collect(DISTINCT h.id) AS headings
OPTIONAL MATCH (c)-[:INDICATOR]->(i:Indicator)
WITH c, matters, headings, count(i) AS indicators
RETURN c.id AS id, labels(c) AS labels, matters AS matters, headings AS headings,
       indicators AS indicators,
       coalesce(c.deadline, c.`deadline^^xsd:gYearMonth`, c.`deadline^^xsd:gYear`,
                c.`deadlineText@en`, c.`deadlineText@fr`) AS deadline
ORDER BY id
