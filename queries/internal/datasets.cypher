// title: {en: Datasets, fr: Jeux de données}
// description: {en: What has been loaded, fr: Ce qui a été chargé}
// columns:
//   id: {type: string, description: {en: Name, fr: Nom}}
//   triples: {type: integer, description: {en: Triples, fr: Triplets}}
//   loaded_at: {type: string, description: {en: When, fr: Quand}}
//   files: {type: strings, description: {en: Files, fr: Fichiers}}
// timeless: true
MATCH (d:Dataset)
RETURN d.id AS id, d.triples AS triples, d.loaded_at AS loaded_at, d.files AS files
ORDER BY id
