// title: {en: "What is implied, with reasons", fr: "Ce qui est implicite, avec les raisons"}
// description:
//   en: >-
//     Statements that no paragraph makes in so many words: a reader’s judgement with its reason and
//     premises. All rows are inferred.
//   fr: >-
//     Énoncés qu’aucun paragraphe ne fait expressément : un jugement de lecteur, avec sa raison et
//     ses prémisses. Toutes les lignes sont déduites.
// parameters:
//   about: {type: id, description: {en: "Only with this thing in it", fr: "Seulement avec cette chose"}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   subject: {type: thing, description: {en: "Subject", fr: "Sujet"}}
//   relation: {type: concept, description: {en: "Predicate", fr: "Prédicat"}}
//   object: {type: thing, description: {en: "Object", fr: "Objet"}}
//   reason: {type: text, description: {en: "Reason", fr: "Raison"}}
//   rests_on: {type: premises, description: {en: "Statements among the premises", fr: "Énoncés parmi les prémisses"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {about: niger}
// rows: 12
MATCH (s:Statement)
WHERE s.certainty = 'implied'
  AND ($about IS NULL OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT]->(:Entity {id: $about}) })
  AND ($document IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
MATCH (s)-[:SUBJECT]->(a:Entity)
MATCH (s)-[:PREDICATE]->(p:Entity)
MATCH (s)-[:OBJECT]->(b:Entity)
OPTIONAL MATCH (s)-[:WAS_DERIVED_FROM]->(premise:Statement)
WITH s, a, p, b, collect(DISTINCT premise.id) AS premises
RETURN a.id AS subject, p.id AS relation, b.id AS object, {en: s.`note@en`, fr: s.`note@fr`} AS reason,
       premises AS rests_on,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, statement
