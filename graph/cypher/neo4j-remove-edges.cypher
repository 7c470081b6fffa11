// A row without properties means a relationship without properties; else all given must be equal.
UNWIND $rows AS row
MATCH (s:Entity {id: row.source})-[e:$(row.type)]->(t:Entity {id: row.target})
WHERE all(k IN keys(row.properties) WHERE e[k] = row.properties[k])
  AND (size(keys(row.properties)) > 0 OR size(keys(e)) = 0)
DELETE e
