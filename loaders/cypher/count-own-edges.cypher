MATCH (n:Entity)-[r]->(:Entity)
WHERE n.dataset = $dataset AND r.statement IS NULL
RETURN count(*) AS triples
