// Every described resource, with its relationships but for views.
MATCH (n:Entity)
WHERE n.dataset IS NOT NULL OR n.datasets IS NOT NULL
WITH n ORDER BY n.id
RETURN n.id AS id, properties(n) AS properties,
       [(n)-[r]->(m:Entity) WHERE r.statement IS NULL | [type(r), m.id, r.datasets]] AS edges
