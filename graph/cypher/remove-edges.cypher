// A row without properties means a relationship without properties; else all given must be equal.
// (kglite counts the type among the keys; no stored key is ever called so.)
UNWIND $rows AS row
MATCH (s:Entity {id: row.source})-[e:__TYPE__]->(t:Entity {id: row.target})
WHERE all(k IN keys(row.properties) WHERE e[k] = row.properties[k])
  AND (size(keys(row.properties)) > 0 OR all(k IN keys(e) WHERE k = 'type'))
DELETE e
