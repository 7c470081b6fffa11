// title: {en: Nodes with what leaves them, fr: Nœuds et ce qui en part}
// description: {en: Properties and the relationships that the RDF says (no views), fr: Propriétés et relations dites par le RDF (sans les vues)}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   labels: {type: strings, description: {en: Classes with superclasses, fr: Classes et superclasses}}
//   properties: {type: value, description: {en: Properties, fr: Propriétés}}
//   edges: {type: value, description: {en: Relationships, fr: Relations}}
// example: {ids: [jit]}
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
OPTIONAL MATCH (n)-[r]->(o:Entity)
WHERE r.statement IS NULL
WITH n, collect({type: type(r), id: o.id}) AS edges
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, edges AS edges
ORDER BY id
