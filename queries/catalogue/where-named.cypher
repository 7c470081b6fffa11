// title: {en: Where things are named, fr: Où des choses sont nommées}
// description: {en: "Paragraphs that name things, or refer to them without their name", fr: "Paragraphes qui nomment des choses, ou y renvoient sans leur nom"}
// parameters:
//   of: {type: ids, required: true, description: {en: Things, fr: Choses}}
//   document: {type: ids, description: {en: Only in these documents, fr: Seulement dans ces documents}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 200, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   answer: {type: thing, description: {en: The thing, fr: La chose}}
//   definition: {type: text, description: {en: Definition, fr: Définition}}
//   acronyms: {type: strings, description: {en: Acronyms, fr: Sigles}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {of: jit}
UNWIND $of AS wanted
MATCH (thing:Entity {id: wanted})
OPTIONAL MATCH (p:Paragraph)-[:MENTIONS|REFERS_TO]->(thing)
OPTIONAL MATCH (p)-[:IS_PART_OF]->(d:Entity)
WITH thing, p, collect(d.id) AS documents
WITH thing, collect(DISTINCT CASE WHEN $document IS NULL OR any(one IN $document WHERE one IN documents) THEN p.id END) AS found
RETURN thing.id AS answer,
       {en: thing.`definition@en`, fr: thing.`definition@fr`} AS definition,
       coalesce(([] + thing.`acronym@en`), []) + coalesce(([] + thing.`acronym@fr`), []) AS acronyms,
       [one IN found WHERE one IS NOT NULL] AS evidence
ORDER BY answer
