// title: {en: "Commitments under a heading", fr: "Engagements sous un titre"}
// description:
//   en: >-
//     Commitments printed under a heading or theme (stated), and those that we aligned with it for
//     comparison across documents (inferred: an alignment of ours that no document makes).
//   fr: >-
//     Engagements imprimés sous un titre ou un thème (énoncé), et ceux que nous en avons rapprochés
//     pour comparer les documents (déduit : un rapprochement de notre fait, qu’aucun document ne
//     fait).
// parameters:
//   heading: {type: id, required: true, description: {en: "Heading or theme", fr: "Titre ou thème"}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: "The commitment", fr: "L’engagement"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or what follows from it", fr: "Ce que dit un document ou ce qui s’en déduit"}}
//   actors: {type: things, description: {en: "By whom", fr: "De qui"}}
//   kind: {type: concepts, description: {en: "Kind", fr: "Nature"}}
//   basis: {type: strings, description: {en: "SECTION printed, ALIGNED_WITH ours", fr: "SECTION imprimé, ALIGNED_WITH de nous"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {heading: niamey-theme-4}
// rows: 8
MATCH (c:Commitment)-[r:SECTION|ALIGNED_WITH]->(:Entity {id: $heading})
WITH c, collect(DISTINCT type(r)) AS basis
WHERE $document IS NULL OR EXISTS {
      MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) }
OPTIONAL MATCH (c)-[:COMMITTED_BY|REPORTED_BY]->(actor:Entity)
WITH c, basis, collect(DISTINCT actor.id) AS actors
RETURN c.id AS commitment, CASE WHEN 'SECTION' IN basis THEN 'stated' ELSE 'inferred' END AS tier,
       actors AS actors, c.types AS kind, basis AS basis, [c.id] AS evidence
ORDER BY CASE WHEN 'SECTION' IN basis THEN 0 ELSE 1 END, commitment
