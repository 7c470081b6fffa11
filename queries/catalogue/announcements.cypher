// title: {en: "What is announced", fr: "Ce qui est annoncé"}
// description:
//   en: >-
//     What actors announce: reports, money, initiatives. An announcement is not the thing done.
//   fr: >-
//     Ce que des acteurs annoncent : rapports, fonds, initiatives. Une annonce n’est pas la chose
//     faite.
// parameters:
//   by: {type: id, description: {en: "Who announces", fr: "Qui annonce"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: "Who announces", fr: "Qui annonce"}}
//   announced: {type: thing, description: {en: "What", fr: "Quoi"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: european-commission}
// rows: 2
MATCH (actor:Entity)-[v:ANNOUNCES]->(announced:Entity)
WHERE v.statement IS NOT NULL
  AND ($by IS NULL OR actor.id = $by)
RETURN actor.id AS actor, announced.id AS announced,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, actor, announced, statement
