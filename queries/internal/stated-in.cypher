// title: {en: What paragraphs state, fr: Ce qu’énoncent des paragraphes}
// description: {en: Statements and commitments by paragraph, fr: Énoncés et engagements par paragraphe}
// parameters:
//   ids: {type: ids, required: true, description: {en: Paragraphs, fr: Paragraphes}}
// columns:
//   id: {type: string, description: {en: Paragraph, fr: Paragraphe}}
//   statements: {type: strings, description: {en: Statements, fr: Énoncés}}
//   commitments: {type: strings, description: {en: Commitments, fr: Engagements}}
// example: {ids: [niamey-2018/17]}
UNWIND $ids AS wanted
MATCH (p:Entity {id: wanted})
OPTIONAL MATCH (s:Statement)-[:HAD_PRIMARY_SOURCE]->(p)
WITH p, collect(DISTINCT s.id) AS statements
OPTIONAL MATCH (c:Commitment)-[:HAD_PRIMARY_SOURCE]->(p)
WITH p, statements, collect(DISTINCT c.id) AS commitments
RETURN p.id AS id, statements AS statements, commitments AS commitments
ORDER BY id
