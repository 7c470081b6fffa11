// title: {en: "All statements", fr: "Tous les énoncés"}
// description: {en: "In the order of their ids", fr: "Dans l’ordre de leurs identifiants"}
// parameters:
//   after: {type: text, description: {en: The id before the first, fr: L’identifiant avant le premier}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
MATCH (n:Statement)
WHERE n.id > coalesce($after, '')
RETURN n.id AS id
ORDER BY id
