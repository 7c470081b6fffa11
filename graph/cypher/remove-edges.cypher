// A row without properties means a relationship without properties; else all given must be equal.
// kglite counts the type among the keys (no stored key is ever called so), and cannot match all
// types by name: not those with an @ or a character beyond the Latin letters.
UNWIND $rows AS row
MATCH (s:Entity {id: row.source})-[e]->(t:Entity {id: row.target})
WHERE type(e) = row.type
  AND all(k IN keys(row.properties) WHERE e[k] = row.properties[k])
  AND (size(keys(row.properties)) > 0 OR all(k IN keys(e) WHERE k = 'type'))
DELETE e
