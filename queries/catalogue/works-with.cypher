// title: {en: "Who works with whom", fr: "Qui travaille avec qui"}
// description:
//   en: >-
//     Cooperation and coordination of an actor or mechanism with others, whichever end the statement
//     names first, one row a statement.
//   fr: >-
//     Coopération et coordination d’un acteur ou d’un mécanisme avec d’autres, quel que soit celui
//     que l’énoncé nomme en premier, une ligne par énoncé.
// parameters:
//   actor: {type: id, required: true, description: {en: "Actor or mechanism", fr: "Acteur ou mécanisme"}}
//   kind: {type: kind, description: {en: "Only partners of this class", fr: "Seulement les partenaires de cette classe"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   partner: {type: thing, description: {en: "The other", fr: "L’autre"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {actor: pcms}
// rows: 3
MATCH (:Entity {id: $actor})-[v:COORDINATES_WITH|COOPERATES_WITH]-(partner:Entity)
WHERE v.statement IS NOT NULL AND partner.id <> $actor
  AND ($kind IS NULL OR $kind IN labels(partner)) AND ($status IS NULL OR v.status = $status)
RETURN partner.id AS partner, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, partner, statement
