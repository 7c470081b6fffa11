// title: {en: "What a document says in a paragraph", fr: "Ce que dit un document dans un paragraphe"}
// description:
//   en: >-
//     Paragraphs of a document in reading order, each with its summary, what it mentions, the
//     commitments it makes and the statements it carries; with a paragraph, only that one.
//   fr: >-
//     Paragraphes d’un document dans l’ordre de lecture, chacun avec son résumé, ce qu’il mentionne,
//     les engagements qu’il contient et les énoncés qu’il porte ; avec un paragraphe, seulement
//     celui-là.
// parameters:
//   document: {type: id, required: true, description: {en: "The document", fr: "Le document"}}
//   paragraph: {type: text, description: {en: "As cited: ¶17, PR ¶7, fn 2", fr: "Tel que cité : ¶17, PR ¶7, fn 2"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   paragraph: {type: string, description: {en: "How it is cited", fr: "Comment il se cite"}}
//   summary: {type: text, description: {en: "Summary in our own words", fr: "Résumé par nos soins"}}
//   mentions: {type: things, description: {en: "Things it names", fr: "Choses qu’il nomme"}}
//   commitments: {type: commitments, description: {en: "Commitments it makes", fr: "Engagements qu’il contient"}}
//   stated: {type: statements, description: {en: "What it states", fr: "Ce qu’il énonce"}}
//   inferred: {type: statements, description: {en: "What was judged to follow from it", fr: "Ce qui a été jugé en découler"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {document: niamey-2018, paragraph: ¶17}
// rows: 1
MATCH (p:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document})
WHERE $paragraph IS NULL OR p.locator = $paragraph OR p.locator = '¶' + $paragraph
OPTIONAL MATCH (p)-[:MENTIONS]->(named:Entity)
WITH p, collect(DISTINCT named.id) AS mentions
OPTIONAL MATCH (c:Commitment)-[:HAD_PRIMARY_SOURCE]->(p)
WITH p, mentions, collect(DISTINCT c.id) AS commitments
OPTIONAL MATCH (s:Statement)-[:HAD_PRIMARY_SOURCE]->(p)
WITH p, mentions, commitments,
     collect(DISTINCT CASE WHEN s.certainty <> 'implied' THEN s.id END) AS stated,
     collect(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred
RETURN p.locator AS paragraph, {en: p.`summary@en`, fr: p.`summary@fr`} AS summary,
       mentions AS mentions, commitments AS commitments, stated AS stated, inferred AS inferred,
       [p.id] AS evidence
ORDER BY p.order, p.id
