// title: {en: "What follows up an event or a text", fr: "Ce qui donne suite à un événement ou à un texte"}
// description:
//   en: >-
//     Events, texts and actions that a document calls a follow-up or confirmation of an earlier event
//     or text; without one, all of them.
//   fr: >-
//     Événements, textes et actions qu’un document présente comme la suite ou la confirmation d’un
//     événement ou d’un texte antérieur ; sans lui, tous.
// parameters:
//   of: {type: id, description: {en: "The earlier event or text", fr: "L’événement ou le texte antérieur"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   later: {type: thing, description: {en: "The follow-up", fr: "La suite"}}
//   earlier: {type: thing, description: {en: "What it follows up", fr: "Ce à quoi elle donne suite"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: paris-joint-declaration-2017}
// rows: 3
MATCH (later:Entity)-[v:FOLLOW_UP_OF]->(earlier:Entity)
WHERE v.statement IS NOT NULL
  AND ($of IS NULL OR earlier.id = $of)
RETURN later.id AS later, earlier.id AS earlier,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, earlier, later, statement
