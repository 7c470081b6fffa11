// title: {en: Own times of things, fr: Temps propres des choses}
// description: {en: "Dates as printed; a document is valid from its issue on", fr: "Dates telles qu’imprimées ; un document vaut dès sa publication"}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   date: {type: string, description: {en: When, fr: Quand}}
//   valid_from: {type: string, description: {en: First day, fr: Premier jour}}
//   valid_to: {type: string, description: {en: Last day, fr: Dernier jour}}
// example: {ids: [doc-niamey-declaration-2018]}
UNWIND $ids AS wanted
MATCH (n:Entity {id: wanted})
WITH n, coalesce(n.date, n.`date^^xsd:gYearMonth`, n.`date^^xsd:gYear`) AS date,
     coalesce(n.validFrom, n.`validFrom^^xsd:gYearMonth`, n.`validFrom^^xsd:gYear`,
              n.issued, n.`issued^^xsd:gYearMonth`, n.`issued^^xsd:gYear`) AS valid_from,
     coalesce(n.validTo, n.`validTo^^xsd:gYearMonth`, n.`validTo^^xsd:gYear`) AS valid_to
WHERE date IS NOT NULL OR valid_from IS NOT NULL OR valid_to IS NOT NULL
RETURN n.id AS id, date AS date, valid_from AS valid_from, valid_to AS valid_to
ORDER BY id
