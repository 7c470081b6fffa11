// Those of the subjects that are shown as rows.
UNWIND $rows AS wanted
MATCH (a:Entity {id: wanted})-[v:__TYPES__]->(b:Entity)
