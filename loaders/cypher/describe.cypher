// Resources with what they are described by; views are left out.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
       [(n)-[r]->(m:Entity) WHERE r.statement IS NULL | [type(r), m.id, r.datasets]] AS edges
