// By how many commitments each thing is concerned, and how many commitments there are.
MATCH (c:Commitment)
WITH count(c) AS commitments
MATCH (c:Commitment)-[:CONCERNS|SECTION|ALIGNED_WITH]->(m:Entity)
RETURN m.id AS matter, count(DISTINCT c.id) AS concerned, max(commitments) AS commitments
ORDER BY matter
