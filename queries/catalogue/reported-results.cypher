// title: {en: "Results that a source reports", fr: "Résultats qu’une source rapporte"}
// description:
//   en: >-
//     Results reported by a document or an actor, with figure, unit and period as printed. Figures of
//     one measurement tell the same count several times and are never added up.
//   fr: >-
//     Résultats rapportés par un document ou un acteur, avec chiffre, unité et période tels
//     qu’imprimés. Les chiffres d’une même mesure disent plusieurs fois le même décompte et ne
//     s’additionnent jamais.
// parameters:
//   about: {type: id, description: {en: "Only about this matter", fr: "Seulement sur cette question"}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   has_figure: {type: boolean, description: {en: Only with (or without) a figure, fr: Seulement avec (ou sans) chiffre}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   reporter: {type: thing, description: {en: "Who reports", fr: "Qui rapporte"}}
//   about: {type: thing, description: {en: "About what", fr: "Sur quoi"}}
//   figure: {type: number, description: {en: "Figure", fr: "Chiffre"}}
//   unit: {type: text, description: {en: "Unit", fr: "Unité"}}
//   qualifier: {type: concepts, description: {en: "More than, around …", fr: "Plus de, environ …"}}
//   period: {type: text, description: {en: "Period", fr: "Période"}}
//   measurement: {type: things, description: {en: "The measurement it repeats", fr: "La mesure qu’il répète"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or a judgement marked implied", fr: "Ce que dit un document ou un jugement marqué implicite"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "Certainty", fr: "Certitude"}}
//   rule: {type: string, enum: [Judgement], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   statement: {type: statement, description: {en: "The statement", fr: "L’énoncé"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {about: assisted-voluntary-return, has_figure: true}
// rows: 10
MATCH (reporter:Entity)-[v:REPORTS_RESULT]->(about:Entity)
WHERE v.statement IS NOT NULL AND ($about IS NULL OR about.id = $about)
WITH reporter, about, v.statement AS statement
MATCH (s:Entity {id: statement})
WHERE ($has_figure IS NULL OR (s.figure IS NOT NULL OR s.`figure^^xsd:decimal` IS NOT NULL) = $has_figure)
  AND ($document IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
OPTIONAL MATCH (s)-[:MEASUREMENT]->(m:Entity)
WITH reporter, about, s, collect(DISTINCT m.id) AS measurements
RETURN reporter.id AS reporter, about.id AS about,
       coalesce(s.figure, s.`figure^^xsd:decimal`) AS figure, {en: s.`unit@en`, fr: s.`unit@fr`} AS unit,
       s.figureQualifier AS qualifier, {en: s.`period@en`, fr: s.`period@fr`} AS period,
       measurements AS measurement,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, statement
