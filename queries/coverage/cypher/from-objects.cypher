// Those of the objects that are shown as rows.
UNWIND $rows AS wanted
MATCH (b:Entity {id: wanted})<-[v:__TYPES__]-(a:Entity)
