// title: {en: "Who is asked to do something", fr: "À qui il est demandé d’agir"}
// description:
//   en: >-
//     Requests, recommendations and encouragements: who is asked to act, and on what. Being asked is
//     not having promised.
//   fr: >-
//     Demandes, recommandations et encouragements : à qui il est demandé d’agir, et sur quoi. Être
//     sollicité n’est pas s’être engagé.
// parameters:
//   actor: {type: id, description: {en: "Who is asked", fr: "Qui est sollicité"}}
//   on: {type: id, description: {en: "On what", fr: "Sur quoi"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: "Who is asked", fr: "Qui est sollicité"}}
//   matter: {type: thing, description: {en: "On what", fr: "Sur quoi"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {actor: eu-member-states}
// rows: 5
MATCH (actor:Entity)-[v:ASKED_TO]->(matter:Entity)
WHERE v.statement IS NOT NULL
  AND ($actor IS NULL OR actor.id = $actor) AND ($on IS NULL OR matter.id = $on)
  AND ($status IS NULL OR v.status = $status)
RETURN actor.id AS actor, matter.id AS matter,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, actor, matter, statement
