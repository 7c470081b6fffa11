UNWIND $ids AS id
MERGE (n:Entity {id: id})
