MATCH (d:Dataset {id: $id})
DELETE d
