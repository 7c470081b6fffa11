// title: {en: Narrower concepts, fr: Concepts plus étroits}
// description: {en: "Themes and crimes below these, themselves included", fr: "Thèmes et crimes sous ceux-ci, eux-mêmes compris"}
// parameters:
//   ids: {type: ids, required: true, description: {en: Concepts, fr: Concepts}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
// example: {ids: [trafficking-in-persons]}
// timeless: true
UNWIND $ids AS wanted
MATCH (n:Entity)-[:BROADER*1..6]->(t:Entity {id: wanted})
RETURN DISTINCT n.id AS id
ORDER BY id
