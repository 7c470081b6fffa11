// title: {en: "Events that an actor took part in", fr: "Événements auxquels un acteur a pris part"}
// description:
//   en: >-
//     Meetings, summits and workshops that an actor took part in or is to take part in, and how (met,
//     attended, convened …).
//   fr: >-
//     Réunions, sommets et ateliers auxquels un acteur a pris part ou doit prendre part, et comment
//     (s’est réuni, a assisté, a convoqué …).
// parameters:
//   actor: {type: id, required: true, description: {en: "The actor", fr: "L’acteur"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   event: {type: thing, description: {en: "The event", fr: "L’événement"}}
//   presence: {type: concepts, description: {en: "How", fr: "Comment"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {actor: niger}
// rows: 1
MATCH (:Entity {id: $actor})-[v:PARTICIPATES_IN]->(event:Entity)
WHERE v.statement IS NOT NULL
RETURN event.id AS event, v.presence AS presence,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, event, statement
