// title: {en: Documents, fr: Documents}
// description: {en: Documents that have a short name, fr: Documents qui ont un nom court}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   identifier: {type: string, description: {en: Short name, fr: Nom court}}
//   paragraphs: {type: integer, description: {en: Number of paragraphs, fr: Nombre de paragraphes}}
// timeless: true
MATCH (p:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH d, count(p) AS paragraphs
WHERE d.identifier IS NOT NULL
RETURN d.id AS id, d.identifier AS identifier, paragraphs AS paragraphs
ORDER BY identifier, id
