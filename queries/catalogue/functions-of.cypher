// title: {en: "What something is for", fr: "À quoi sert quelque chose"}
// description:
//   en: >-
//     Functions of a mechanism, programme, force or mission: the themes and capabilities it serves or
//     is to serve.
//   fr: >-
//     Fonctions d’un mécanisme, d’un programme, d’une force ou d’une mission : les thèmes et
//     capacités qu’il sert ou doit servir.
// parameters:
//   of: {type: id, required: true, description: {en: "Mechanism, programme …", fr: "Mécanisme, programme …"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   function: {type: thing, description: {en: "Theme or capability", fr: "Thème ou capacité"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: pcms}
// rows: 1
MATCH (:Entity {id: $of})-[v:HAS_FUNCTION]->(function:Entity)
WHERE v.statement IS NOT NULL
RETURN function.id AS function,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, function, statement
