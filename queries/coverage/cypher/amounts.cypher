// What is printed of the amounts of funding events.
UNWIND $ids AS wanted
MATCH (s:Statement)-[:FUNDING_EVENT]->(e:Entity {id: wanted})
WITH wanted, s, coalesce(s.amount, s.`amount^^xsd:decimal`) AS amount
WHERE amount IS NOT NULL
RETURN DISTINCT wanted AS event, amount, s.currency AS currency, s.figureQualifier AS qualifier,
       s.status AS status, s.id AS statement
ORDER BY event, statement
