// The resources that a dataset describes together with others.
MATCH (n:Shared)
WHERE $dataset IN n.datasets
WITH n ORDER BY n.id
RETURN n.id AS id, properties(n) AS properties,
       [(n)-[r]->(m:Entity) WHERE r.statement IS NULL | [type(r), m.id, r.datasets]] AS edges
