// Counted back, value by value, independently of what the loader believes.
MATCH (n:Entity {dataset: $dataset})
RETURN properties(n) AS properties
