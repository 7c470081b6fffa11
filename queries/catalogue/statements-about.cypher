// title: {en: Statements about something, fr: Énoncés sur quelque chose}
// description:
//   en: Every statement with the thing as subject, object or in a role (place, beneficiary, partner …).
//   fr: Tout énoncé qui a la chose pour sujet, pour objet ou dans un rôle (lieu, bénéficiaire, partenaire …).
// parameters:
//   id: {type: id, required: true, description: {en: The thing, fr: La chose}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   certainty: {type: enum, scheme: Certainties, description: {en: Only with this certainty, fr: Seulement avec cette certitude}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   statement: {type: statement, description: {en: The statement, fr: L’énoncé}}
//   position: {type: strings, description: {en: "How the thing stands in it: SUBJECT, OBJECT, PLACE …", fr: "Sa place dans l’énoncé : SUBJECT, OBJECT, PLACE …"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or a judgement marked implied, fr: Ce que dit un document ou un jugement marqué implicite}}
//   rule: {type: string, enum: [Judgement], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
// example: {id: pcms}
// rows: 58
MATCH (s:Statement)-[r]->(:Entity {id: $id})
WHERE r.statement IS NULL
  AND ($status IS NULL OR s.status = $status) AND ($certainty IS NULL OR s.certainty = $certainty)
WITH s, collect(DISTINCT type(r)) AS positions
RETURN s.id AS statement, positions AS position,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, statement
