// title: {en: "Who trains whom", fr: "Qui forme qui"}
// description:
//   en: >-
//     Training given, promised or offered: who trains whom. Either end may be given.
//   fr: >-
//     Formation donnée, promise ou offerte : qui forme qui. On peut donner l’un ou l’autre bout.
// parameters:
//   by: {type: id, description: {en: "Who trains", fr: "Qui forme"}}
//   whom: {type: id, description: {en: "Who is trained", fr: "Qui est formé"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   trainer: {type: thing, description: {en: "Who trains", fr: "Qui forme"}}
//   trained: {type: thing, description: {en: "Who is trained", fr: "Qui est formé"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {whom: libyan-coast-guard}
// rows: 3
MATCH (trainer:Entity)-[v:TRAINS]->(trained:Entity)
WHERE v.statement IS NOT NULL
  AND ($by IS NULL OR trainer.id = $by) AND ($whom IS NULL OR trained.id = $whom)
RETURN trainer.id AS trainer, trained.id AS trained,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, trainer, trained, statement
