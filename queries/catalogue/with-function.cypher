// title: {en: "What serves a function", fr: "Ce qui sert une fonction"}
// description:
//   en: >-
//     Mechanisms, programmes, missions and others whose stated function is a theme or capability;
//     with kind, only those of a class.
//   fr: >-
//     Mécanismes, programmes, missions et autres dont la fonction énoncée est un thème ou une
//     capacité ; avec kind, seulement ceux d’une classe.
// parameters:
//   function: {type: id, required: true, description: {en: "Theme or capability", fr: "Thème ou capacité"}}
//   kind: {type: kind, description: {en: "Only of this class: Mechanism, Programme, Mission …", fr: "Seulement de cette classe : Mechanism, Programme, Mission …"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   holder: {type: thing, description: {en: "What serves it", fr: "Ce qui la sert"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {function: border-management}
// rows: 13
MATCH (holder:Entity)-[v:HAS_FUNCTION]->(:Entity {id: $function})
WHERE v.statement IS NOT NULL
  AND ($kind IS NULL OR $kind IN labels(holder))
RETURN holder.id AS holder,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, holder, statement
