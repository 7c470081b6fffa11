// id(n): valid within one load and the fastest match there is; never kept.
UNWIND range(0, size($sources) - 1) AS i
MATCH (s) WHERE id(s) = $sources[i]
MATCH (t) WHERE id(t) = $targets[i]
CREATE (s)-[:$($types[i])]->(t)
