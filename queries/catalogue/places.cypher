// title: {en: "Places, with how much is said of them", fr: "Lieux, et ce qui en est dit"}
// description:
//   en: >-
//     States, regions, towns, routes and classes of countries with the number of statements that name
//     them.
//   fr: >-
//     États, régions, villes, routes et catégories de pays, avec le nombre d’énoncés qui les nomment.
// parameters:
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   place: {type: thing, description: {en: "The place", fr: "Le lieu"}}
//   kinds: {type: concepts, description: {en: "Its classes", fr: "Ses classes"}}
//   stated: {type: integer, description: {en: "Statements that a document makes", fr: "Énoncés que fait un document"}}
//   inferred: {type: integer, description: {en: "Statements that are judgements, marked implied", fr: "Énoncés qui sont des jugements, marqués implicites"}}
//   documents: {type: things, description: {en: "Documents that speak of it", fr: "Documents qui en parlent"}}
// example: {document: dinard-2019}
// rows: 4
MATCH (x:Area)
OPTIONAL MATCH (s:Statement)-[r]->(x)
WHERE r.statement IS NULL
WITH DISTINCT x, s
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH x, s, d
WHERE $document IS NULL OR d.id = $document
WITH x, count(DISTINCT CASE WHEN s.certainty <> 'implied' THEN s.id END) AS stated,
     count(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred,
     collect(DISTINCT d.id) AS documents
RETURN x.id AS place, x.types AS kinds, stated AS stated, inferred AS inferred, documents AS documents
ORDER BY place
