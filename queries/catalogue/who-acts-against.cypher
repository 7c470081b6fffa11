// title: {en: "Who and what acts against a crime", fr: "Qui et quoi agit contre une infraction"}
// description:
//   en: >-
//     Everything that a document says acts, or is to act, against a type of crime: actors, missions,
//     mechanisms, programmes, plans, documents. With kind, only those of a class.
//   fr: >-
//     Tout ce dont un document dit qu’il agit, ou doit agir, contre un type d’infraction : acteurs,
//     missions, mécanismes, programmes, plans, documents. Avec kind, seulement ceux d’une classe.
// parameters:
//   crime: {type: id, required: true, description: {en: "Type of crime", fr: "Type d’infraction"}}
//   kind: {type: kind, description: {en: "Only of this class: Actor, Mechanism, Document …", fr: "Seulement de cette classe : Actor, Mechanism, Document …"}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   against: {type: thing, description: {en: "Who or what acts", fr: "Qui ou quoi agit"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {crime: trafficking-in-persons, kind: Actor}
// rows: 8
MATCH (against:Entity)-[v:TARGETS_CRIME]->(:Entity {id: $crime})
WHERE v.statement IS NOT NULL
  AND ($kind IS NULL OR $kind IN labels(against)) AND ($status IS NULL OR v.status = $status)
RETURN against.id AS against,
       CASE v.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       v.status AS status, v.certainty AS certainty,
       CASE v.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       v.statement AS statement, [v.statement] AS evidence
ORDER BY CASE v.certainty WHEN 'implied' THEN 1 ELSE 0 END, against, statement
