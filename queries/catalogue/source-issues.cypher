// title: {en: "Errors and doubts in the sources", fr: "Erreurs et doutes dans les sources"}
// description:
//   en: >-
//     Statements whose paragraph is wrong or doubtful in itself: a misprint, an impossible list, a
//     figure that does not add up. Kept as printed, with what is wrong.
//   fr: >-
//     Énoncés dont le paragraphe est erroné ou douteux en lui-même : coquille, liste impossible,
//     chiffre qui ne tombe pas juste. Conservés tels qu’imprimés, avec ce qui cloche.
// parameters:
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   issue: {type: text, description: {en: "What is wrong", fr: "Ce qui cloche"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {document: ec-2017}
// rows: 12
MATCH (s:Statement)
WHERE (s.`sourceIssue@en` IS NOT NULL OR s.`sourceIssue@fr` IS NOT NULL)
  AND ($document IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
RETURN {en: s.`sourceIssue@en`, fr: s.`sourceIssue@fr`} AS issue,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, statement
