MATCH (n:Shared)
WHERE $dataset IN n.datasets
RETURN n.shares AS shares
