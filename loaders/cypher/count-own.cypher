// Counted back, value by value: `[] + x` is a list of one for a scalar and x itself for a list.
MATCH (n:Entity)
WHERE n.dataset = $dataset
UNWIND keys(n) AS key
WITH n[key] AS value, key
WHERE NOT key IN $own
RETURN sum(size([] + value)) AS triples
