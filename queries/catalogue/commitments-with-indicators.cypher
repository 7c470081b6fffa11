// title: {en: "Commitments and results with figures", fr: "Engagements et résultats chiffrés"}
// description:
//   en: >-
//     Indicators that commitments and reported results carry: figure, unit, qualifier, period and
//     place as printed, one row an indicator. Never added up.
//   fr: >-
//     Indicateurs que portent engagements et résultats rapportés : chiffre, unité, qualificatif,
//     période et lieu tels qu’imprimés, une ligne par indicateur. Jamais additionnés.
// parameters:
//   kind: {type: enum, values: [Promise, Recommendation, Request, Encouragement, Acknowledgement, ReportedResult], description: {en: Only of this kind, fr: Seulement de cette nature}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: "The commitment", fr: "L’engagement"}}
//   kind: {type: concepts, description: {en: "Kind", fr: "Nature"}}
//   figure: {type: number, description: {en: "Figure", fr: "Chiffre"}}
//   figure_text: {type: text, description: {en: "Figure in words", fr: "Chiffre en toutes lettres"}}
//   unit: {type: text, description: {en: "Unit", fr: "Unité"}}
//   qualifier: {type: concepts, description: {en: "Up to, around …", fr: "Jusqu’à, environ …"}}
//   period: {type: text, description: {en: "Period", fr: "Période"}}
//   places: {type: things, description: {en: "Place", fr: "Lieu"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {kind: Promise}
// rows: 4
MATCH (c:Commitment)-[:INDICATOR]->(i:Indicator)
WHERE ($kind IS NULL OR $kind IN labels(c))
  AND ($document IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
OPTIONAL MATCH (i)-[:PLACE]->(place:Entity)
WITH c, i, collect(DISTINCT place.id) AS places
RETURN c.id AS commitment, c.types AS kind,
       coalesce(i.figure, i.`figure^^xsd:decimal`, i.amount, i.`amount^^xsd:decimal`) AS figure,
       {en: i.`figureText@en`, fr: i.`figureText@fr`} AS figure_text,
       {en: i.`unit@en`, fr: i.`unit@fr`} AS unit, i.figureQualifier AS qualifier,
       {en: i.`period@en`, fr: i.`period@fr`} AS period, places AS places, [c.id] AS evidence
ORDER BY commitment, coalesce(i.`unit@en`, ''), i.id
