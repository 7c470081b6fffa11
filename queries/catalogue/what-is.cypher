// title: {en: What something is, fr: Ce qu’est quelque chose}
// description:
//   en: Definition, kinds, acronyms and where the documents mention it.
//   fr: Définition, nature, sigles et endroits où les documents le mentionnent.
// parameters:
//   id: {type: id, required: true, description: {en: The thing, fr: La chose}}
// columns:
//   thing: {type: thing, description: {en: The thing, fr: La chose}}
//   kinds: {type: concepts, description: {en: Its classes, fr: Ses classes}}
//   definition: {type: text, description: {en: Definition, fr: Définition}}
//   acronyms: {type: strings, description: {en: Acronyms in both languages, fr: Sigles dans les deux langues}}
//   aliases: {type: strings, description: {en: Other names in both languages, fr: Autres noms dans les deux langues}}
//   note: {type: text, description: {en: Note, fr: Remarque}}
//   part_of: {type: things, description: {en: What it is stated to be part of, fr: Ce dont il est dit faire partie}}
//   statements: {type: integer, description: {en: Statements with it as subject or object, fr: Énoncés qui l’ont pour sujet ou objet}}
//   evidence: {type: evidence, description: {en: Paragraphs that mention it, fr: Paragraphes qui le mentionnent}}
// example: {id: pcms}
// rows: 1
MATCH (n:Entity {id: $id})
OPTIONAL MATCH (s:Statement)-[:SUBJECT|OBJECT]->(n)
WITH n, count(DISTINCT s) AS statements
OPTIONAL MATCH (n)-[v:PART_OF]->(whole:Entity)
WHERE v.statement IS NOT NULL AND v.certainty = 'stated'
WITH n, statements, collect(DISTINCT whole.id) AS part_of
OPTIONAL MATCH (p:Paragraph)-[:MENTIONS]->(n)
WITH n, statements, part_of, collect(DISTINCT p.id) AS mentions
RETURN n.id AS thing, n.types AS kinds,
       {en: n.`definition@en`, fr: n.`definition@fr`} AS definition,
       CASE WHEN n.`acronym@en` IS NULL THEN [] ELSE [] + n.`acronym@en` END + CASE WHEN n.`acronym@fr` IS NULL THEN [] ELSE [] + n.`acronym@fr` END AS acronyms,
       CASE WHEN n.`altLabel@en` IS NULL THEN [] ELSE [] + n.`altLabel@en` END + CASE WHEN n.`altLabel@fr` IS NULL THEN [] ELSE [] + n.`altLabel@fr` END AS aliases,
       {en: n.`note@en`, fr: n.`note@fr`} AS note,
       part_of AS part_of, statements AS statements, mentions AS evidence
ORDER BY thing
