// Views of the statements that one dataset alone describes.
MATCH (s:Statement)-[:SUBJECT]->(a:Entity)
WHERE s.dataset = $dataset
MATCH (s)-[:OBJECT]->(b:Entity)
MATCH (a)-[r]->(b)
WHERE r.statement = s.id
RETURN count(*) AS views
