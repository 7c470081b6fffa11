// title: {en: Concepts of a scheme, fr: Concepts d’un schéma}
// description: {en: The values that a scheme allows, fr: Les valeurs qu’un schéma permet}
// parameters:
//   scheme: {type: id, required: true, description: {en: Scheme, fr: Schéma}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
// example: {scheme: statusScheme}
// timeless: true
MATCH (c:Entity)-[:IN_SCHEME]->(s:Entity {id: $scheme})
RETURN c.id AS id
ORDER BY id
