// All direct edges of these types.
MATCH (a:Entity)-[v:__TYPES__]->(b:Entity)
