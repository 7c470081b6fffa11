// A row where the graph holds anything at all.
MATCH (n:Entity)
RETURN n.id AS id
LIMIT 1
