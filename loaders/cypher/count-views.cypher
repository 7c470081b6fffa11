// Views of the statements that one dataset alone describes.
MATCH (s:Entity {dataset: $dataset})-[:SUBJECT]->(a:Entity)
WHERE s:Statement
MATCH (s)-[:OBJECT]->(b:Entity)
MATCH (a)-[r]->(b)
WHERE r.statement = s.id
RETURN count(*) AS views
