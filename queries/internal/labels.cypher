// title: {en: Labels for the search index, fr: Libellés pour l’index de recherche}
// description: {en: Every name of every labelled thing, fr: Tous les noms de toutes les choses nommées}
// parameters:
//   keys: {type: ids, required: true, description: {en: Property keys without language, fr: Clés sans langue}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   types: {type: strings, description: {en: Asserted classes, fr: Classes déclarées}}
//   labels: {type: strings, description: {en: Classes with superclasses, fr: Classes et superclasses}}
//   names: {type: value, description: {en: Pairs of key and value, fr: Paires de clé et valeur}}
// example: {keys: [prefLabel]}
// timeless: true
MATCH (n:Entity)
WHERE any(k IN keys(n) WHERE split(k, '@')[0] IN $keys)
RETURN n.id AS id, n.types AS types, labels(n) AS labels,
       [k IN keys(n) WHERE split(k, '@')[0] IN $keys | [k, n[k]]] AS names
ORDER BY id
