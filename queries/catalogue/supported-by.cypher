// title: {en: "What something supports", fr: "Ce que soutient quelque chose"}
// description:
//   en: >-
//     What an actor, a fund or a programme supports, promises, offers or plans to support, one row a
//     statement. Thanks and praise are left out. The support of a group is asked for by the group,
//     nothing is handed down here.
//   fr: >-
//     Ce qu’un acteur, un fonds ou un programme soutient, promet, offre ou prévoit de soutenir, une
//     ligne par énoncé. Remerciements et éloges n’y figurent pas. Le soutien d’un groupe se demande
//     par le groupe : rien n’est transmis ici à ses membres.
// parameters:
//   by: {type: id, required: true, description: {en: "Who supports", fr: "Qui soutient"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   supported: {type: thing, description: {en: "What is supported", fr: "Ce qui est soutenu"}}
//   role: {type: concepts, description: {en: "Kinds of support", fr: "Natures du soutien"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: european-union}
// rows: 13
MATCH (:Entity {id: $by})-[v:SUPPORTS]->(supported:Entity)
WHERE v.statement IS NOT NULL
  AND v.status <> 'commended'
  AND ($status IS NULL OR v.status = $status)
RETURN supported.id AS supported, v.supportRole AS role,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, supported, statement
