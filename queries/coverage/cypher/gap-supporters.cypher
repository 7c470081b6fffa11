// Who supports, funds, implements or trains these things or offers to, thanks and praise left out.
UNWIND $ids AS wanted
MATCH (who:Entity)-[v:SUPPORTS|FUNDS|IMPLEMENTS|TRAINS|PROPOSES_FOR]->(m:Entity {id: wanted})
WHERE v.statement IS NOT NULL AND v.status <> 'commended'
WITH wanted, v.statement AS statement
MATCH (s:Entity {id: statement})
WHERE ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
RETURN DISTINCT wanted AS matter, statement AS statement
ORDER BY matter, statement
