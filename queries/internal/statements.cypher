// title: {en: Statements by filter, fr: Énoncés filtrés}
// description: {en: "Every filter may be left out (null)", fr: "Chaque filtre peut manquer (null)"}
// parameters:
//   subject: {type: id, description: {en: Subject, fr: Sujet}}
//   predicate: {type: id, description: {en: Predicate, fr: Prédicat}}
//   object: {type: id, description: {en: Object, fr: Objet}}
//   place: {type: id, description: {en: Place or class of countries, fr: Lieu ou catégorie de pays}}
//   status: {type: text, description: {en: Status, fr: Statut}}
//   certainty: {type: text, description: {en: Certainty, fr: Certitude}}
//   document: {type: id, description: {en: Document, fr: Document}}
//   as_of: {type: date, description: {en: "Held or said by then, and not over by then", fr: "Vrai ou dit à cette date, et non révolu"}}
//   after: {type: text, description: {en: The id before the first, fr: L’identifiant avant le premier}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
MATCH (s:Statement)
WHERE ($after IS NULL OR s.id > $after)
  AND ($status IS NULL OR s.status = $status)
  AND ($certainty IS NULL OR s.certainty = $certainty)
  AND ($subject IS NULL OR EXISTS { MATCH (s)-[:SUBJECT]->(:Entity {id: $subject}) })
  AND ($predicate IS NULL OR EXISTS { MATCH (s)-[:PREDICATE]->(:Entity {id: $predicate}) })
  AND ($object IS NULL OR EXISTS { MATCH (s)-[:OBJECT]->(:Entity {id: $object}) })
  AND ($place IS NULL OR EXISTS { MATCH (s)-[:PLACE|APPLIES_TO]->(:Entity {id: $place}) })
  AND ($document IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
  AND ($as_of IS NULL OR coalesce(s.validFrom, '') <= $as_of)
  AND ($as_of IS NULL OR coalesce(s.validTo, '9999') >= $as_of)
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH s, min(coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`)) AS issued
WHERE $as_of IS NULL
   OR coalesce(s.date, s.`date^^xsd:gYearMonth`, s.`date^^xsd:gYear`, issued, '') <= $as_of
RETURN s.id AS id
ORDER BY id
