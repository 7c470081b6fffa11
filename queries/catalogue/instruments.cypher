// title: {en: "Legal instruments, with how much is said of them", fr: "Instruments juridiques, et ce qui en est dit"}
// description:
//   en: >-
//     Treaties, protocols, resolutions and agreements with the number of statements that name them.
//   fr: >-
//     Traités, protocoles, résolutions et accords, avec le nombre d’énoncés qui les nomment.
// parameters:
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   instrument: {type: thing, description: {en: "The instrument", fr: "L’instrument"}}
//   stated: {type: integer, description: {en: "Statements that a document makes", fr: "Énoncés que fait un document"}}
//   inferred: {type: integer, description: {en: "Statements that are judgements, marked implied", fr: "Énoncés qui sont des jugements, marqués implicites"}}
//   documents: {type: things, description: {en: "Documents that speak of it", fr: "Documents qui en parlent"}}
// example: {document: nouakchott-2016}
// rows: 9
MATCH (x:LegalInstrument)
OPTIONAL MATCH (s:Statement)-[r]->(x)
WHERE r.statement IS NULL
WITH DISTINCT x, s
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH x, s, d
WHERE $document IS NULL OR d.id = $document
WITH x, count(DISTINCT CASE WHEN s.certainty <> 'implied' THEN s.id END) AS stated,
     count(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred,
     collect(DISTINCT d.id) AS documents
RETURN x.id AS instrument, stated AS stated, inferred AS inferred, documents AS documents
ORDER BY instrument
