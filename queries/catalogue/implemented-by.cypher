// title: {en: "What an actor implements", fr: "Ce qu’un acteur met en œuvre"}
// description:
//   en: >-
//     Programmes, plans, conventions and other things that an actor carries out or is to carry out.
//   fr: >-
//     Programmes, plans, conventions et autres choses qu’un acteur met en œuvre ou doit mettre en
//     œuvre.
// parameters:
//   by: {type: id, required: true, description: {en: "Who implements", fr: "Qui met en œuvre"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   implemented: {type: thing, description: {en: "What is implemented", fr: "Ce qui est mis en œuvre"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: iom}
// rows: 3
MATCH (:Entity {id: $by})-[v:IMPLEMENTS]->(implemented:Entity)
WHERE v.statement IS NOT NULL
  AND ($status IS NULL OR v.status = $status)
RETURN implemented.id AS implemented,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, implemented, statement
