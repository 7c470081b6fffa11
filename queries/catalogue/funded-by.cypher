// title: {en: "What something funds", fr: "Ce que finance quelque chose"}
// description:
//   en: >-
//     What an actor or a fund finances, one row a statement, with amount and funding event where the
//     document gives them. Several rows can tell of one funding event: count each event once.
//   fr: >-
//     Ce qu’un acteur ou un fonds finance, une ligne par énoncé, avec montant et financement lorsque
//     le document les donne. Plusieurs lignes peuvent parler d’un même financement : le compter une
//     fois.
// parameters:
//   by: {type: id, required: true, description: {en: "Who funds", fr: "Qui finance"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   funded: {type: thing, description: {en: "What is funded", fr: "Ce qui est financé"}}
//   amount: {type: number, description: {en: "Amount in the currency", fr: "Montant dans la devise"}}
//   currency: {type: string, description: {en: "ISO 4217 code", fr: "Code ISO 4217"}}
//   qualifier: {type: concepts, description: {en: "Up to, almost …", fr: "Jusqu’à, presque …"}}
//   funding_event: {type: things, description: {en: "The event counted once", fr: "Le financement à compter une fois"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: eutf}
// rows: 7
MATCH (:Entity {id: $by})-[v:FUNDS]->(funded:Entity)
WHERE v.statement IS NOT NULL AND v.status <> 'commended' AND ($status IS NULL OR v.status = $status)
WITH v, funded, v.statement AS statement
MATCH (s:Entity {id: statement})
OPTIONAL MATCH (s)-[:FUNDING_EVENT]->(event:Entity)
WITH s, funded, collect(DISTINCT event.id) AS events
RETURN funded.id AS funded, coalesce(s.amount, s.`amount^^xsd:decimal`) AS amount, s.currency AS currency,
       s.figureQualifier AS qualifier, events AS funding_event,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, funded, statement
