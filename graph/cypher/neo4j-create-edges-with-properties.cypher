UNWIND range(0, size($sources) - 1) AS i
MATCH (s:Entity {id: $sources[i]})
MATCH (t:Entity {id: $targets[i]})
CREATE (s)-[e:$($types[i])]->(t)
SET e = $properties[i]
