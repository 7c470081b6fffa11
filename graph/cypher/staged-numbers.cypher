UNWIND $ids AS id
MATCH (n:Staged {id: id})
RETURN collect([id, id(n)]) AS numbers
