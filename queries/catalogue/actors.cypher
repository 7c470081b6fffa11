// title: {en: "Actors, with how much is said of them", fr: "Acteurs, et ce qui en est dit"}
// description:
//   en: >-
//     Actors of a kind with the number of statements that have them as subject, object or in a role.
//     With a document, those that its statements name.
//   fr: >-
//     Acteurs d’une nature, avec le nombre d’énoncés qui les ont pour sujet, pour objet ou dans un
//     rôle. Avec un document, ceux que nomment ses énoncés.
// parameters:
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   kind: {type: kind, description: {en: "Class: State, UNEntity, EUBody, NationalService …", fr: "Classe : State, UNEntity, EUBody, NationalService …"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: "The actor", fr: "L’acteur"}}
//   kinds: {type: concepts, description: {en: "Its classes", fr: "Ses classes"}}
//   stated: {type: integer, description: {en: "Statements that a document makes", fr: "Énoncés que fait un document"}}
//   inferred: {type: integer, description: {en: "Statements that are judgements, marked implied", fr: "Énoncés qui sont des jugements, marqués implicites"}}
//   documents: {type: things, description: {en: "Documents that speak of it", fr: "Documents qui en parlent"}}
// example: {kind: UNEntity}
// rows: 5
MATCH (x:Actor)
WHERE $kind IS NULL OR $kind IN labels(x)
OPTIONAL MATCH (s:Statement)-[r]->(x)
WHERE r.statement IS NULL
WITH DISTINCT x, s
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH x, s, d
WHERE $document IS NULL OR d.id = $document
WITH x, count(DISTINCT CASE WHEN s.certainty <> 'implied' THEN s.id END) AS stated,
     count(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred,
     collect(DISTINCT d.id) AS documents
RETURN x.id AS actor, x.types AS kinds, stated AS stated, inferred AS inferred, documents AS documents
ORDER BY actor
