// Of these, the resources that no dataset describes and nothing points at.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE n.dataset IS NULL AND n.datasets IS NULL AND NOT EXISTS { MATCH (:Entity)-->(n) }
RETURN n.id AS id
