// title: {en: "Parts of something", fr: "Parties de quelque chose"}
// description:
//   en: >-
//     What is stated to be part of an organisation, a mechanism, a region, a programme or a text, or
//     set up within it. What holds for the whole is not said of the parts.
//   fr: >-
//     Ce dont il est énoncé que cela fait partie d’une organisation, d’un mécanisme, d’une région,
//     d’un programme ou d’un texte, ou a été créé en leur sein. Ce qui vaut pour le tout n’est pas
//     dit des parties.
// parameters:
//   of: {type: id, required: true, description: {en: "The whole", fr: "Le tout"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   part: {type: thing, description: {en: "The part", fr: "La partie"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: g5-sahel}
// rows: 13
MATCH (part:Entity)-[v:PART_OF|ESTABLISHED_WITHIN]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL
RETURN part.id AS part, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, part, relation, statement
