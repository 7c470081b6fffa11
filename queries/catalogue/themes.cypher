// title: {en: "Themes, with the commitments and statements on them", fr: "Thèmes, avec les engagements et énoncés qui en relèvent"}
// description:
//   en: >-
//     Themes with the commitments that concern them, stand under them as a printed heading or were
//     aligned with them by us, and the statements that name them. With a document, only its own.
//   fr: >-
//     Thèmes avec les engagements qui portent sur eux, figurent sous eux comme titre imprimé ou en
//     ont été rapprochés par nous, et les énoncés qui les nomment. Avec un document, seulement les
//     siens.
// parameters:
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   theme: {type: thing, description: {en: "The theme", fr: "Le thème"}}
//   concerned: {type: integer, description: {en: "Commitments that concern it", fr: "Engagements qui portent sur lui"}}
//   under: {type: integer, description: {en: "Commitments printed under it", fr: "Engagements imprimés sous lui"}}
//   aligned: {type: integer, description: {en: "Commitments that we aligned with it", fr: "Engagements que nous en avons rapprochés"}}
//   stated: {type: integer, description: {en: "Statements that a document makes", fr: "Énoncés que fait un document"}}
//   inferred: {type: integer, description: {en: "Statements that are judgements, marked implied", fr: "Énoncés qui sont des jugements, marqués implicites"}}
// example: {document: dinard-2019}
// rows: 14
MATCH (x:Theme)
OPTIONAL MATCH (c:Commitment)-[r:CONCERNS|SECTION|ALIGNED_WITH]->(x)
WHERE $document IS NULL OR EXISTS {
      MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) }
WITH x, count(DISTINCT CASE WHEN type(r) = 'CONCERNS' THEN c.id END) AS concerned,
     count(DISTINCT CASE WHEN type(r) = 'SECTION' THEN c.id END) AS under,
     count(DISTINCT CASE WHEN type(r) = 'ALIGNED_WITH' THEN c.id END) AS aligned
OPTIONAL MATCH (s:Statement)-[]->(x)
WHERE $document IS NULL OR EXISTS {
      MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) }
WITH x, concerned, under, aligned,
     count(DISTINCT CASE WHEN s.certainty <> 'implied' THEN s.id END) AS stated,
     count(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred
WHERE concerned + under + aligned + stated + inferred > 0
RETURN x.id AS theme, concerned AS concerned, under AS under, aligned AS aligned,
       stated AS stated, inferred AS inferred
ORDER BY theme
