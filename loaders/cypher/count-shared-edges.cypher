MATCH (n:Shared)-[r]->(:Entity)
WHERE r.statement IS NULL AND $dataset IN r.datasets
RETURN count(*) AS triples
