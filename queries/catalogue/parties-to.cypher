// title: {en: "Parties to a text", fr: "Parties à un texte"}
// description:
//   en: >-
//     Who is party to, or has signed, a treaty, protocol, agreement or declaration. Having taken part
//     in a meeting is not a signature.
//   fr: >-
//     Qui est partie à un traité, un protocole, un accord ou une déclaration, ou l’a signé. Avoir
//     pris part à une réunion n’est pas une signature.
// parameters:
//   of: {type: id, required: true, description: {en: "The text", fr: "Le texte"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   party: {type: thing, description: {en: "The party or signatory", fr: "La partie ou le signataire"}}
//   relation: {type: string, description: {en: "Relationship type", fr: "Type de relation"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {of: paris-joint-declaration-2017}
// rows: 8
MATCH (party:Entity)-[v:PARTY_TO|SIGNATORY_OF]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL
RETURN party.id AS party, type(v) AS relation,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, party, relation, statement
