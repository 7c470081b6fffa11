// Places in which a statement has a programme, a fund or a funding package act.
MATCH (s:Statement)-[:SUBJECT|VIA|PROGRAMME|TOOL]->(i:Entity)
WHERE (i:Programme OR i:Fund OR i:FundingPackage)
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
MATCH (s)-[at]->(x:Area)
WHERE type(at) IN ['PLACE', 'APPLIES_TO', 'DESTINATION', 'OBJECT']
RETURN DISTINCT x.id AS place, i.id AS programme
ORDER BY place, programme
