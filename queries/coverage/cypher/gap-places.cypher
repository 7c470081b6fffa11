// Places that the documents name, with the paragraphs that do.
MATCH (p:Paragraph)-[:MENTIONS|REFERS_TO]->(x:Area)
MATCH (p)-[:IS_PART_OF]->(d:Document)
WHERE NOT x:CountryClass
  AND ($documents IS NULL OR d.id IN $documents)
  AND ($places IS NULL OR x.id IN $places)
RETURN x.id AS place, collect(DISTINCT p.id) AS paragraphs
ORDER BY place
