// The resources that one dataset alone describes.
MATCH (n:Entity {dataset: $dataset})
RETURN n.id AS id
