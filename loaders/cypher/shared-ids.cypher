// The resources that a dataset describes together with others.
MATCH (n:Shared)
WHERE $dataset IN n.datasets
RETURN n.id AS id
