// title: {en: How linked things are, fr: Combien les choses sont liées}
// description: {en: Direct edges and the things at their other ends, fr: Arêtes directes et choses à leurs autres bouts}
// parameters:
//   ids: {type: ids, required: true, description: {en: Things, fr: Choses}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   things: {type: integer, description: {en: Things linked to, fr: Choses liées}}
//   links: {type: integer, description: {en: Direct edges, fr: Arêtes directes}}
// example: {ids: [jit]}
UNWIND $ids AS wanted
MATCH (a:Entity {id: wanted})-[r]-(b:Entity)
WHERE r.statement IS NOT NULL
RETURN a.id AS id, count(DISTINCT b.id) AS things, count(*) AS links
ORDER BY id
