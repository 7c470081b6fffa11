// title: {en: "Texts that bind an actor", fr: "Textes qui lient un acteur"}
// description:
//   en: >-
//     Treaties, agreements and declarations that an actor is party to, has signed, approved or is
//     governed by.
//   fr: >-
//     Traités, accords et déclarations auxquels un acteur est partie, qu’il a signés ou approuvés, ou
//     qui le régissent.
// parameters:
//   actor: {type: id, required: true, description: {en: "The actor or mechanism", fr: "L’acteur ou le mécanisme"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   instrument: {type: thing, description: {en: "The text", fr: "Le texte"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {actor: pcms}
// rows: 3
MATCH (:Entity {id: $actor})-[v:PARTY_TO|SIGNATORY_OF|APPROVES|GOVERNED_BY|NEGOTIATES|ESTABLISHED_BY]->(instrument:Entity)
WHERE v.statement IS NOT NULL
RETURN instrument.id AS instrument, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, instrument, relation, statement
