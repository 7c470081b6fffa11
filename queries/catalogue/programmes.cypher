// title: {en: "Programmes and funds, with how much is said of them", fr: "Programmes et fonds, et ce qui en est dit"}
// description:
//   en: >-
//     Programmes, funds and funding packages with the number of statements about them.
//   fr: >-
//     Programmes, fonds et enveloppes, avec le nombre d’énoncés qui les concernent.
// parameters:
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   programme: {type: thing, description: {en: "The programme or fund", fr: "Le programme ou le fonds"}}
//   kinds: {type: concepts, description: {en: "Its classes", fr: "Ses classes"}}
//   stated: {type: integer, description: {en: "Statements that a document makes", fr: "Énoncés que fait un document"}}
//   inferred: {type: integer, description: {en: "Statements that are judgements, marked implied", fr: "Énoncés qui sont des jugements, marqués implicites"}}
//   documents: {type: things, description: {en: "Documents that speak of it", fr: "Documents qui en parlent"}}
// example: {document: ec-2017}
// rows: 16
MATCH (x:Entity)
WHERE x:Programme OR x:Fund OR x:FundingPackage
OPTIONAL MATCH (s:Statement)-[r]->(x)
WHERE r.statement IS NULL
WITH DISTINCT x, s
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH x, s, d
WHERE $document IS NULL OR d.id = $document
WITH x, count(DISTINCT CASE WHEN s.certainty <> 'implied' THEN s.id END) AS stated,
     count(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred,
     collect(DISTINCT d.id) AS documents
RETURN x.id AS programme, x.types AS kinds, stated AS stated, inferred AS inferred, documents AS documents
ORDER BY programme
