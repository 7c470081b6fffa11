// title: {en: "What is offered and proposed", fr: "Ce qui est offert et proposé"}
// description:
//   en: >-
//     Offers and proposals of an actor for a mechanism or programme. An offer is neither a promise
//     nor a fact.
//   fr: >-
//     Offres et propositions d’un acteur pour un mécanisme ou un programme. Une offre n’est ni une
//     promesse ni un fait.
// parameters:
//   by: {type: id, description: {en: "Who proposes", fr: "Qui propose"}}
//   for: {type: id, description: {en: "For what", fr: "Pour quoi"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: "Who proposes", fr: "Qui propose"}}
//   proposed_for: {type: thing, description: {en: "For what", fr: "Pour quoi"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {for: pcms}
// rows: 8
MATCH (actor:Entity)-[v:PROPOSES_FOR]->(target:Entity)
WHERE v.statement IS NOT NULL
  AND ($by IS NULL OR actor.id = $by) AND ($for IS NULL OR target.id = $for)
RETURN actor.id AS actor, target.id AS proposed_for,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, actor, proposed_for, statement
