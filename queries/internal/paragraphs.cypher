// title: {en: Paragraphs, fr: Paragraphes}
// description: {en: Where each stands and what governs it, fr: Leur place et ce qui les régit}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   document: {type: string, description: {en: Short name of the document, fr: Nom court du document}}
//   locator: {type: string, description: {en: Printed or counted number, fr: Numéro imprimé ou compté}}
//   position: {type: integer, description: {en: Place in the document, fr: Place dans le document}}
//   first_line: {type: integer, description: {en: First line in the text file, fr: Première ligne}}
//   last_line: {type: integer, description: {en: Last line in the text file, fr: Dernière ligne}}
//   properties: {type: value, description: {en: Properties, fr: Propriétés}}
//   chapeaux: {type: strings, description: {en: Governing paragraphs, fr: Chapeaux}}
//   shared_lines: {type: boolean, description: {en: Lines shared with another paragraph, fr: Lignes partagées}}
// example: {ids: [niamey-2018/17]}
UNWIND $ids AS wanted
MATCH (p:Entity {id: wanted})
WHERE p:Paragraph
OPTIONAL MATCH (p)-[:CHAPEAU]->(c:Entity)
WITH p, collect(DISTINCT c.id) AS chapeaux
OPTIONAL MATCH (p)-[:IS_PART_OF]->(d:Entity)
WITH p, chapeaux, collect(DISTINCT d.identifier) AS documents, collect(DISTINCT d.id) AS whole
OPTIONAL MATCH (e:Entity {id: whole[0]})<-[:IS_PART_OF]-(other:Paragraph)
WHERE other.id <> p.id AND other.fromLine <= p.toLine AND other.toLine >= p.fromLine
WITH p, chapeaux, documents, count(other) AS sharing
RETURN p.id AS id, documents[0] AS document, p.locator AS locator, p.order AS position,
       p.fromLine AS first_line, p.toLine AS last_line, properties(p) AS properties,
       chapeaux AS chapeaux, sharing > 0 AS shared_lines
ORDER BY id
