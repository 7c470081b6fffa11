// The resources that one dataset alone describes, with their relationships but for views.
MATCH (n:Entity)
WHERE n.dataset = $dataset
WITH n ORDER BY n.id
RETURN n.id AS id, properties(n) AS properties,
       [(n)-[r]->(m:Entity) WHERE r.statement IS NULL | [type(r), m.id, r.datasets]] AS edges
