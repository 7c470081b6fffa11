// title: {en: "What is said of a route", fr: "Ce qui est dit d’une route"}
// description:
//   en: >-
//     Places, programmes, texts and groups that statements put on a migratory route or apply to it.
//   fr: >-
//     Lieux, programmes, textes et groupes que des énoncés situent sur une route migratoire ou qui
//     s’y appliquent.
// parameters:
//   route: {type: id, required: true, description: {en: "The route", fr: "La route"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   thing: {type: thing, description: {en: "What applies to the route", fr: "Ce qui s’applique à la route"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {route: central-mediterranean-route}
// rows: 11
MATCH (thing:Entity)-[v:APPLIES_TO_ROUTE]->(:Entity {id: $route})
WHERE v.statement IS NOT NULL
RETURN thing.id AS thing,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, thing, statement
