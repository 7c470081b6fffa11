// title: {en: "What a text cites", fr: "Ce que cite un texte"}
// description:
//   en: >-
//     Texts, meetings and other things that a document or an actor cites or recalls.
//   fr: >-
//     Textes, réunions et autres choses qu’un document ou un acteur cite ou rappelle.
// parameters:
//   by: {type: id, required: true, description: {en: "The text", fr: "Le texte"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   cited: {type: thing, description: {en: "What is cited", fr: "Ce qui est cité"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: niamey-2018}
// rows: 16
MATCH (:Entity {id: $by})-[v:CITES]->(cited:Entity)
WHERE v.statement IS NOT NULL
RETURN cited.id AS cited,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, cited, statement
