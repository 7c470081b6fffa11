// title: {en: Programmes against a crime, fr: Programmes contre un crime}
// description:
//   en: >-
//     Programmes, funds and funding packages that act against a kind of crime or a phenomenon. With
//     kind, others that do (missions, mechanisms …).
//   fr: >-
//     Programmes, fonds et enveloppes qui agissent contre un type de crime ou un phénomène. Avec kind,
//     d’autres qui le font (missions, mécanismes …).
// parameters:
//   crime: {type: id, required: true, description: {en: Kind of crime, fr: Type de crime}}
//   kind: {type: kind, description: {en: "Class of what acts: Mission, Mechanism …; without it, programmes and funds", fr: "Classe de ce qui agit : Mission, Mechanism … ; sans elle, programmes et fonds"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   programme: {type: thing, description: {en: What acts, fr: Ce qui agit}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or a judgement marked implied, fr: Ce que dit un document ou un jugement marqué implicite}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, enum: [stated, implied], description: {en: Certainty, fr: Certitude}}
//   rule: {type: string, enum: [Judgement], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
//   statement: {type: statement, description: {en: The statement, fr: L’énoncé}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {crime: smuggling-of-migrants}
// rows: 3
MATCH (programme:Entity)-[v:TARGETS_CRIME]->(:Entity {id: $crime})
WHERE v.statement IS NOT NULL
  AND ($kind IN labels(programme) OR ($kind IS NULL
       AND (programme:Programme OR programme:Fund OR programme:FundingPackage)))
WITH programme, v.statement AS statement
MATCH (s:Entity {id: statement})
RETURN programme.id AS programme,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, programme, statement
