// The statements that tell of a funding event.
MATCH (s:Statement)-[:FUNDING_EVENT]->(event:Entity)
WITH s, collect(DISTINCT event.id) AS events
