// title: {en: "Texts adopted or set up at meetings", fr: "Textes adoptés ou dispositifs créés lors de réunions"}
// description:
//   en: >-
//     What was adopted, set up or launched at a meeting or by its participants; without an event, all
//     of it.
//   fr: >-
//     Ce qui a été adopté, créé ou lancé lors d’une réunion ou par ses participants ; sans événement,
//     tout.
// parameters:
//   event: {type: id, description: {en: "The meeting", fr: "La réunion"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   adopted: {type: thing, description: {en: "The text or arrangement", fr: "Le texte ou le dispositif"}}
//   event: {type: thing, description: {en: "Where", fr: "Où"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {event: event-abidjan-summit-2017}
// rows: 2
MATCH (adopted:Entity)-[v:ADOPTED_AT|ESTABLISHED_AT]->(event:Entity)
WHERE v.statement IS NOT NULL
  AND ($event IS NULL OR event.id = $event)
RETURN adopted.id AS adopted, event.id AS event, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, event, adopted, statement
