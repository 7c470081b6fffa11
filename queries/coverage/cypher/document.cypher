// The documents in which the statement stands.
MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(x:Entity)
WITH DISTINCT s, subject, object, status, certainty, statement__CARRY__, x.id AS __AXIS__
