UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN collect([id, id(n)]) AS numbers
