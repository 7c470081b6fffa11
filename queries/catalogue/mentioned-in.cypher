// title: {en: "Where something is mentioned", fr: "Où quelque chose est mentionné"}
// description:
//   en: >-
//     Paragraphs that name a thing, or mean it without naming it. A mention says nothing of what the
//     thing does.
//   fr: >-
//     Paragraphes qui nomment une chose, ou la désignent sans la nommer. Une mention ne dit rien de
//     ce que fait la chose.
// parameters:
//   id: {type: id, required: true, description: {en: "The thing", fr: "La chose"}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   document: {type: thing, description: {en: "Document", fr: "Document"}}
//   paragraph: {type: string, description: {en: "How it is cited", fr: "Comment il se cite"}}
//   by: {type: strings, description: {en: "MENTIONS by name, REFERS_TO without it", fr: "MENTIONS par son nom, REFERS_TO sans lui"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {id: wapis}
// rows: 1
MATCH (p:Paragraph)-[r:MENTIONS|REFERS_TO]->(:Entity {id: $id})
MATCH (p)-[:IS_PART_OF]->(d:Entity)
WHERE $document IS NULL OR d.id = $document
RETURN d.id AS document, p.locator AS paragraph, collect(DISTINCT type(r)) AS by, [p.id] AS evidence
ORDER BY document, evidence
