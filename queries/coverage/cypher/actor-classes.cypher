// The classes below Actor, Actor included.
MATCH (c:Class)-[:SUB_CLASS_OF*0..6]->(:Entity {id: $actor})
RETURN DISTINCT c.id AS id
ORDER BY id
