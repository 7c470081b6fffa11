UNWIND $ids AS id
MATCH (n:Entity {id: id})-[e]->(m:Entity)
RETURN collect([id, type(e), m.id, properties(e)]) AS edges
