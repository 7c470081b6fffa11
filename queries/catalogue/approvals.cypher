// title: {en: "What has been approved and by whom", fr: "Ce qui a été approuvé et par qui"}
// description:
//   en: >-
//     Approvals, recognitions and negotiations of texts and mechanisms; either end may be given.
//   fr: >-
//     Approbations, reconnaissances et négociations de textes et de mécanismes ; on peut donner l’un
//     ou l’autre bout.
// parameters:
//   by: {type: id, description: {en: "Who approves", fr: "Qui approuve"}}
//   of: {type: id, description: {en: "What is approved", fr: "Ce qui est approuvé"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: "Who", fr: "Qui"}}
//   approved: {type: thing, description: {en: "What", fr: "Quoi"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: pcms}
// rows: 3
MATCH (actor:Entity)-[v:APPROVES|RECOGNISES|NEGOTIATES]->(approved:Entity)
WHERE v.statement IS NOT NULL
  AND ($by IS NULL OR actor.id = $by) AND ($of IS NULL OR approved.id = $of)
RETURN actor.id AS actor, approved.id AS approved, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, actor, approved, statement
