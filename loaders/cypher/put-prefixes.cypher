UNWIND $rows AS row
MERGE (p:Prefix {id: row.prefix})
SET p.namespace = row.namespace
