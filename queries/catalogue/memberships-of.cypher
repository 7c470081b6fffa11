// title: {en: "What something belongs to", fr: "Ce dont relève quelque chose"}
// description:
//   en: >-
//     Organisations, groups, networks and classes of countries that a state or another actor belongs
//     to, one row a statement, with the quality (presidency, transit country …).
//   fr: >-
//     Organisations, groupes, réseaux et catégories de pays dont relève un État ou un autre acteur,
//     une ligne par énoncé, avec la qualité (présidence, pays de transit …).
// parameters:
//   of: {type: id, required: true, description: {en: "The member", fr: "Le membre"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   whole: {type: thing, description: {en: "What it belongs to", fr: "Ce dont elle relève"}}
//   quality: {type: concepts, description: {en: "In which quality", fr: "En quelle qualité"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: niger}
// rows: 12
MATCH (:Entity {id: $of})-[v:MEMBER_OF|IN_COUNTRY_CLASS]->(whole:Entity)
WHERE v.statement IS NOT NULL
  AND ($status IS NULL OR v.status = $status)
RETURN whole.id AS whole, v.`as` AS quality,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, whole, statement
