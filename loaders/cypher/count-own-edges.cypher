MATCH (n:Entity {dataset: $dataset})-[r]->(:Entity)
WHERE r.statement IS NULL
RETURN count(*) AS edges
