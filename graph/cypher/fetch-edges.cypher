UNWIND $ids AS id
MATCH (n:Entity {id: id})-[e]->(m:Entity)
RETURN id, type(e) AS type, m.id AS target, properties(e) AS properties
