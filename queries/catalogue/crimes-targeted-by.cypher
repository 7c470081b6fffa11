// title: {en: "What crimes something acts against", fr: "Contre quelles infractions agit quelque chose"}
// description:
//   en: >-
//     Types of crime that an actor, a mechanism, a programme or a text acts against or is to act
//     against. Smuggling of migrants and trafficking in persons are two crimes.
//   fr: >-
//     Types d’infractions contre lesquels un acteur, un mécanisme, un programme ou un texte agit ou
//     doit agir. Le trafic illicite de migrants et la traite des personnes sont deux infractions.
// parameters:
//   by: {type: id, required: true, description: {en: "Actor, mechanism, programme …", fr: "Acteur, mécanisme, programme …"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   crime: {type: thing, description: {en: "Type of crime", fr: "Type d’infraction"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: pcms}
// rows: 7
MATCH (:Entity {id: $by})-[v:TARGETS_CRIME]->(crime:Entity)
WHERE v.statement IS NOT NULL
RETURN crime.id AS crime,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, crime, statement
