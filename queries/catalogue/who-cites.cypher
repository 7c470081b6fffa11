// title: {en: "Who cites a text", fr: "Qui cite un texte"}
// description:
//   en: >-
//     Documents that cite or recall a text, a meeting or a mechanism.
//   fr: >-
//     Documents qui citent ou rappellent un texte, une réunion ou un mécanisme.
// parameters:
//   of: {type: id, required: true, description: {en: "What is cited", fr: "Ce qui est cité"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   citing: {type: thing, description: {en: "What cites it", fr: "Ce qui le cite"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: paris-joint-declaration-2017}
// rows: 2
MATCH (citing:Entity)-[v:CITES]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL
RETURN citing.id AS citing,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, citing, statement
