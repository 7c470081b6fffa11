// title: {en: "Documents that name things", fr: "Documents qui nomment des choses"}
// description: {en: "Source documents with paragraphs that name the things, and texts that cite them", fr: "Documents sources dont des paragraphes nomment les choses, et textes qui les citent"}
// parameters:
//   of: {type: ids, required: true, description: {en: Things, fr: Choses}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 200, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   answer: {type: thing, description: {en: The document, fr: Le document}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {of: wapis}
UNWIND $of AS wanted
MATCH (thing:Entity {id: wanted})
MATCH (p:Paragraph)-[:MENTIONS]->(thing)
MATCH (p)-[:IS_PART_OF]->(d:Entity)
WHERE d.id <> wanted
WITH d.id AS answer, collect(DISTINCT p.id) AS evidence
RETURN answer AS answer, evidence AS evidence
ORDER BY answer
