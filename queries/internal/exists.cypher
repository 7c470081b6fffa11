// title: {en: Which of these exist, fr: Lesquels existent}
// description: {en: The ids that the graph holds, fr: Les identifiants présents dans le graphe}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
// example: {ids: [jit]}
// timeless: true
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
RETURN n.id AS id
ORDER BY id
