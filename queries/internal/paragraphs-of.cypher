// title: {en: Paragraphs of a document, fr: Paragraphes d’un document}
// description: {en: In reading order, fr: Dans l’ordre de lecture}
// parameters:
//   document: {type: id, required: true, description: {en: Document, fr: Document}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   position: {type: integer, description: {en: Place in the document, fr: Place dans le document}}
// example: {document: niamey-2018}
MATCH (p:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document})
RETURN p.id AS id, p.order AS position
ORDER BY position, id
