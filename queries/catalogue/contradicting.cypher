// title: {en: "Statements that contradict each other", fr: "Énoncés qui se contredisent"}
// description:
//   en: >-
//     Pairs of statements that give differing figures, lists or facts on the same matter, each pair
//     once. Neither is taken to be right; the address /v1/contradictions groups them into sets.
//   fr: >-
//     Paires d’énoncés qui donnent des chiffres, des listes ou des faits divergents sur la même
//     question, chaque paire une fois. Aucun n’est réputé exact ; l’adresse /v1/contradictions les
//     réunit en ensembles.
// parameters:
//   about: {type: id, description: {en: "Only with this thing in one of them", fr: "Seulement avec cette chose dans l’un d’eux"}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   one: {type: statement, description: {en: "One statement", fr: "Un énoncé"}}
//   other: {type: statement, description: {en: "The other", fr: "L’autre"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {about: nigeria}
// rows: 4
MATCH (s:Statement)-[:CONFLICTS_WITH]-(other:Statement)
WHERE s.id < other.id
WITH DISTINCT s, other
WHERE ($about IS NULL OR EXISTS { MATCH (s)-[]->(:Entity {id: $about}) }
       OR EXISTS { MATCH (other)-[]->(:Entity {id: $about}) })
  AND ($document IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
RETURN s.id AS one, other.id AS other, [s.id, other.id] AS evidence
ORDER BY one, other
