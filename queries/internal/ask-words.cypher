// title: {en: Words of questions, fr: Mots des questions}
// description: {en: "Words, predicates and documents with what they stand for", fr: "Mots, prédicats et documents avec ce qu’ils désignent"}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   properties: {type: value, description: {en: Properties, fr: Propriétés}}
//   edges: {type: value, description: {en: Relationships, fr: Relations}}
// timeless: true
MATCH (w:Word)
OPTIONAL MATCH (w)-[r]->(o:Entity)
WITH w, collect({type: type(r), id: o.id}) AS edges
RETURN w.id AS id, properties(w) AS properties, edges AS edges
ORDER BY id
