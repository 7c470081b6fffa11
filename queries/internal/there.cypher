// title: {en: Which of these were there, fr: Lesquelles étaient là}
// description: {en: "Looked up by id, and asked as whatever has been found by a pattern", fr: "Cherchées par identifiant, puis demandées comme tout ce que trouve un motif"}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
// example: {ids: [jit]}
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
MATCH (n:Entity)
RETURN n.id AS id
ORDER BY id
