// Views of the statements that a dataset describes together with others.
MATCH (s:Shared)-[:SUBJECT]->(a:Entity)
WHERE s:Statement AND $dataset IN s.datasets
MATCH (s)-[:OBJECT]->(b:Entity)
MATCH (a)-[r]->(b)
WHERE r.statement = s.id
RETURN count(*) AS views
