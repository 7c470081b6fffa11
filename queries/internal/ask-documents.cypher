// title: {en: Source documents, fr: Documents sources}
// description: {en: "Documents with the name of their issuer", fr: "Documents avec le nom de leur auteur"}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   properties: {type: value, description: {en: Properties, fr: Propriétés}}
// timeless: true
MATCH (d:SourceDocument)
RETURN d.id AS id, properties(d) AS properties
ORDER BY id
