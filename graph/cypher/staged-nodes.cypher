UNWIND $numbers AS number
MATCH (n) WHERE id(n) = number
RETURN collect([n.id, labels(n), properties(n)]) AS nodes
