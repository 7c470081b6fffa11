// title: {en: Prefixes of the loaded files, fr: Préfixes des fichiers chargés}
// description: {en: Prefix and namespace, fr: Préfixe et espace de noms}
// columns:
//   prefix: {type: string, description: {en: Prefix, fr: Préfixe}}
//   namespace: {type: string, description: {en: Namespace, fr: Espace de noms}}
// timeless: true
MATCH (p:Prefix)
RETURN p.id AS prefix, p.namespace AS namespace
ORDER BY prefix
