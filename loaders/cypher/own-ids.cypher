// The resources that one dataset alone describes.
MATCH (n:Entity)
WHERE n.dataset = $dataset
RETURN n.id AS id
