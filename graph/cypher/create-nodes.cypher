UNWIND $rows AS row
CREATE (n:Entity__LABELS__ {id: row.id})
SET n += row.properties
