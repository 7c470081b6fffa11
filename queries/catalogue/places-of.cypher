// title: {en: "Where something works", fr: "Où intervient quelque chose"}
// description:
//   en: >-
//     Places, countries, regions and routes that an actor, mission, mechanism or programme operates
//     in, covers or is posted to. A region is not the list of its countries.
//   fr: >-
//     Lieux, pays, régions et routes où un acteur, une mission, un mécanisme ou un programme
//     intervient, qu’il couvre ou où il est détaché. Une région n’est pas la liste de ses pays.
// parameters:
//   of: {type: id, required: true, description: {en: "Actor, mechanism, programme …", fr: "Acteur, mécanisme, programme …"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   place: {type: thing, description: {en: "Where", fr: "Où"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: eutf}
// rows: 9
MATCH (:Entity {id: $of})-[v:OPERATES_IN|COVERS|DEPLOYS|APPLIES_TO_ROUTE]->(place:Area)
WHERE v.statement IS NOT NULL
RETURN place.id AS place, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, place, relation, statement
