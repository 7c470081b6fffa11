// Statements that make initiatives part of, set up by or run by one another.
MATCH (a:Arrangement)-[v:PART_OF|ESTABLISHED_WITHIN|IMPLEMENTS|BROADER_THAN|GOVERNED_BY|LAUNCHED_UNDER]->(b:Arrangement)
WHERE v.statement IS NOT NULL AND a.id IN $ids AND b.id IN $ids
RETURN a.id AS one, b.id AS other, v.statement AS statement
ORDER BY one, other, statement
