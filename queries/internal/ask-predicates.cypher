// title: {en: Predicates, fr: Prédicats}
// description: {en: "Predicates with their forms and the classes of their ends", fr: "Prédicats avec leurs formes et les classes de leurs bouts"}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   properties: {type: value, description: {en: Properties, fr: Propriétés}}
//   edges: {type: value, description: {en: Relationships, fr: Relations}}
// timeless: true
MATCH (p:Predicate)
OPTIONAL MATCH (p)-[r]->(o:Entity)
WHERE r.statement IS NULL
WITH p, collect({type: type(r), id: o.id}) AS edges
RETURN p.id AS id, properties(p) AS properties, edges AS edges
ORDER BY id
