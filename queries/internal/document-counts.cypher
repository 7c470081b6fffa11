// title: {en: How much a document states, fr: Ce qu’énonce un document}
// description: {en: "No row where it has no paragraph", fr: "Aucune ligne s’il n’a pas de paragraphe"}
// parameters:
//   id: {type: id, required: true, description: {en: Document, fr: Document}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   identifier: {type: string, description: {en: Short name, fr: Nom court}}
//   paragraphs: {type: integer, description: {en: Paragraphs, fr: Paragraphes}}
//   statements: {type: integer, description: {en: Statements, fr: Énoncés}}
//   commitments: {type: integer, description: {en: Commitments, fr: Engagements}}
// example: {id: niamey-2018}
MATCH (p:Paragraph)-[:IS_PART_OF]->(d:Entity {id: $id})
WITH d, count(DISTINCT p) AS paragraphs
OPTIONAL MATCH (s:Statement)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d)
WITH d, paragraphs, count(DISTINCT s) AS statements
OPTIONAL MATCH (c:Commitment)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d)
WITH d, paragraphs, statements, count(DISTINCT c) AS commitments
RETURN d.id AS id, d.identifier AS identifier, paragraphs AS paragraphs,
       statements AS statements, commitments AS commitments
ORDER BY id
