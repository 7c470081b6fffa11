MATCH (n:Staged) RETURN count(n) AS nodes
