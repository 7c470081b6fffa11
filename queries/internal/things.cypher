// title: {en: Things in short, fr: Choses en bref}
// description: {en: Classes and labels, fr: Classes et libellés}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
//   keys: {type: ids, required: true, description: {en: Property keys without language, fr: Clés sans langue}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   types: {type: strings, description: {en: Asserted classes, fr: Classes déclarées}}
//   names: {type: value, description: {en: Pairs of key and value, fr: Paires de clé et valeur}}
// example: {ids: [jit], keys: [prefLabel]}
// timeless: true
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
RETURN n.id AS id, n.types AS types,
       [k IN keys(n) WHERE split(k, '@')[0] IN $keys | [k, n[k]]] AS names
ORDER BY id
