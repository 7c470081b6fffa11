// title: {en: "Who holds an office", fr: "Qui exerce une fonction"}
// description:
//   en: >-
//     Persons and states that hold an office, as at the date of the document that says so, never as
//     of today.
//   fr: >-
//     Personnes et États qui exercent une fonction, à la date du document qui le dit, jamais à ce
//     jour.
// parameters:
//   office: {type: id, description: {en: "The office", fr: "La fonction"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   holder: {type: thing, description: {en: "Who holds it", fr: "Qui l’exerce"}}
//   office: {type: thing, description: {en: "The office", fr: "La fonction"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {office: g5-sahel-presidency}
// rows: 1
MATCH (holder:Entity)-[v:HOLDS_OFFICE]->(office:Entity)
WHERE v.statement IS NOT NULL
  AND ($office IS NULL OR office.id = $office)
RETURN holder.id AS holder, office.id AS office,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, office, holder, statement
