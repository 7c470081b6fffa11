// Counted back, value by value, independently of what the loader believes.
MATCH (n:Entity)
WHERE n.dataset = $dataset
RETURN properties(n) AS properties
