// title: {en: Statements that express commitments, fr: Énoncés qui expriment des engagements}
// description: {en: For each commitment, fr: Pour chaque engagement}
// parameters:
//   ids: {type: ids, required: true, description: {en: Commitments, fr: Engagements}}
// columns:
//   id: {type: string, description: {en: Commitment, fr: Engagement}}
//   statements: {type: strings, description: {en: Statements, fr: Énoncés}}
// example: {ids: [niamey-17a]}
UNWIND $ids AS wanted
MATCH (:Statement)-[:EXPRESSES]->(c:Entity {id: wanted})
WITH DISTINCT c
MATCH (s:Statement)-[:EXPRESSES]->(c)
RETURN c.id AS id, collect(DISTINCT s.id) AS statements
ORDER BY id
