// title: {en: Version of the graph, fr: Version du graphe}
// description: {en: Changes with every load that changes anything, fr: Change à chaque chargement qui modifie quelque chose}
// columns:
//   version: {type: integer, description: {en: Version, fr: Version}}
// timeless: true
MATCH (m:Meta {id: 'graph'})
RETURN m.version AS version
ORDER BY version
