// title: {en: Times that statements give to events, fr: Temps que des énoncés donnent aux événements}
// description: {en: "By the predicates whose date is that of the event they name", fr: "Par les prédicats dont la date est celle de l’événement nommé"}
// parameters:
//   ids: {type: ids, required: true, description: {en: IRIs, fr: IRI}}
//   dating: {type: ids, required: true, description: {en: Predicates, fr: Prédicats}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
//   date: {type: string, description: {en: When, fr: Quand}}
//   valid_from: {type: string, description: {en: First day, fr: Premier jour}}
//   valid_to: {type: string, description: {en: Last day, fr: Dernier jour}}
// example: {ids: [event-niamey-meeting-2018], dating: [heldAt]}
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE e:Event
MATCH (s:Statement)-[:SUBJECT|OBJECT]->(e)
MATCH (s)-[:PREDICATE]->(p:Entity)
WHERE p.id IN $dating
WITH DISTINCT e.id AS id, coalesce(s.date, s.`date^^xsd:gYearMonth`, s.`date^^xsd:gYear`) AS date,
     coalesce(s.validFrom, s.`validFrom^^xsd:gYearMonth`, s.`validFrom^^xsd:gYear`) AS valid_from,
     coalesce(s.validTo, s.`validTo^^xsd:gYearMonth`, s.`validTo^^xsd:gYear`) AS valid_to
WHERE date IS NOT NULL OR valid_from IS NOT NULL OR valid_to IS NOT NULL
RETURN id AS id, date AS date, valid_from AS valid_from, valid_to AS valid_to
ORDER BY id, date, valid_from, valid_to
