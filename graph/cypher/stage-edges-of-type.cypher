UNWIND range(0, size($sources) - 1) AS i
MATCH (s) WHERE id(s) = $sources[i]
MATCH (t) WHERE id(t) = $targets[i]
CREATE (s)-[:__TYPE__]->(t)
