// title: {en: Counts around a thing, fr: Comptes autour d’une chose}
// description: {en: Relationships that point at it, fr: Relations qui pointent vers elle}
// parameters:
//   id: {type: id, required: true, description: {en: Thing, fr: Chose}}
// columns:
//   relationship: {type: string, description: {en: Type, fr: Type}}
//   kind: {type: string, description: {en: What points, fr: Ce qui pointe}}
//   count: {type: integer, description: {en: How many, fr: Combien}}
// example: {id: jit}
MATCH (n:Entity {id: $id})
MATCH (other:Entity)-[r]->(n)
WHERE r.statement IS NULL
WITH type(r) AS relationship,
     CASE WHEN other:Statement THEN 'Statement' WHEN other:Commitment THEN 'Commitment'
          WHEN other:Paragraph THEN 'Paragraph' ELSE 'Entity' END AS kind
RETURN relationship AS relationship, kind AS kind, count(*) AS count
ORDER BY relationship, kind
