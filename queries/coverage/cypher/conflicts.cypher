// Pairs of statements that contradict each other.
MATCH (s:Statement)-[:CONFLICTS_WITH]-(other:Statement)
WHERE s.id < other.id
RETURN DISTINCT s.id AS one, other.id AS other
ORDER BY one, other
