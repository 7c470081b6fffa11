UNWIND $rows AS row
MATCH (n:Entity {id: row.properties.id})
SET n = row.properties
SET n:$(row.labels)
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity' AND NOT label IN row.labels])
RETURN count(n) AS replaced
