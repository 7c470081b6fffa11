// title: {en: "What links two things", fr: "Ce qui relie deux choses"}
// description:
//   en: >-
//     Statements with one of the two things as subject and the other as object, or the other in a
//     role (place, beneficiary, partner …).
//   fr: >-
//     Énoncés qui ont l’une des deux choses pour sujet et l’autre pour objet, ou l’autre dans un rôle
//     (lieu, bénéficiaire, partenaire …).
// parameters:
//   a: {type: id, required: true, description: {en: "One", fr: "L’une"}}
//   b: {type: id, required: true, description: {en: "The other", fr: "L’autre"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   relation: {type: concept, description: {en: "Predicate", fr: "Prédicat"}}
//   position_of_a: {type: strings, description: {en: "How the one stands in it: SUBJECT, OBJECT, PLACE …", fr: "Sa place dans l’énoncé : SUBJECT, OBJECT, PLACE …"}}
//   position_of_b: {type: strings, description: {en: "How the other stands in it", fr: "La place de l’autre"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {a: unodc, b: pcms}
// rows: 9
MATCH (s:Statement)-[r]->(:Entity {id: $a})
WHERE r.statement IS NULL AND ($status IS NULL OR s.status = $status)
WITH s, collect(DISTINCT type(r)) AS position_of_a
MATCH (s)-[r]->(:Entity {id: $b})
WHERE r.statement IS NULL
WITH s, position_of_a, collect(DISTINCT type(r)) AS position_of_b
MATCH (s)-[:PREDICATE]->(p:Entity)
RETURN p.id AS relation, position_of_a AS position_of_a, position_of_b AS position_of_b,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, statement
