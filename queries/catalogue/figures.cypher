// title: {en: "Figures in statements", fr: "Chiffres dans les énoncés"}
// description:
//   en: >-
//     Statements that carry a figure or an amount, as printed: nothing is added up. Figures that
//     disagree name each other in the statement.
//   fr: >-
//     Énoncés qui portent un chiffre ou un montant, tels qu’imprimés : rien n’est additionné. Les
//     chiffres qui divergent se nomment l’un l’autre dans l’énoncé.
// parameters:
//   about: {type: id, description: {en: "Only with this thing in it", fr: "Seulement avec cette chose"}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   subject: {type: thing, description: {en: "Subject", fr: "Sujet"}}
//   object: {type: thing, description: {en: "Object", fr: "Objet"}}
//   figure: {type: number, description: {en: "Figure", fr: "Chiffre"}}
//   unit: {type: text, description: {en: "Unit", fr: "Unité"}}
//   amount: {type: number, description: {en: "Amount", fr: "Montant"}}
//   currency: {type: string, description: {en: "ISO 4217 code", fr: "Code ISO 4217"}}
//   qualifier: {type: concepts, description: {en: "More than, around …", fr: "Plus de, environ …"}}
//   conflict: {type: boolean, description: {en: "Another statement disagrees", fr: "Un autre énoncé diverge"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {about: eutf}
// rows: 16
MATCH (s:Statement)
WHERE (s.figure IS NOT NULL OR s.amount IS NOT NULL OR s.`figure^^xsd:decimal` IS NOT NULL
       OR s.`amount^^xsd:decimal` IS NOT NULL)
  AND ($document IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
  AND ($about IS NULL OR EXISTS { MATCH (s)-[]->(:Entity {id: $about}) })
OPTIONAL MATCH (s)-[:CONFLICTS_WITH]-(other:Statement)
WITH s, count(other) AS conflicts
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:OBJECT]->(b:Entity)
RETURN a.id AS subject, b.id AS object,
       coalesce(s.figure, s.`figure^^xsd:decimal`) AS figure, {en: s.`unit@en`, fr: s.`unit@fr`} AS unit,
       coalesce(s.amount, s.`amount^^xsd:decimal`) AS amount, s.currency AS currency,
       s.figureQualifier AS qualifier, conflicts > 0 AS conflict,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, statement
