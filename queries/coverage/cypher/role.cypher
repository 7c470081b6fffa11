// A thing of the dimension in a role of the statement, unless it stands at a counted end already.
MATCH (s)-[:__ROLES__]->(x:Entity)
WHERE (__CLASS__) AND NOT x.id IN [__TAKEN__]
WITH DISTINCT s, subject, object, status, certainty, statement__CARRY__, x.id AS __AXIS__
