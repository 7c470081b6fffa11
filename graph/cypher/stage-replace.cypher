UNWIND $rows AS row
MATCH (n) WHERE id(n) = row.number
SET n = row.properties
REMOVE n:$([label IN labels(n) WHERE label <> 'Staged'])
SET n:$(row.set)
