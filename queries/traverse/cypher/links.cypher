// title: {en: All links, fr: Tous les liens}
// description: {en: "Direct edges of the whole graph, by subject", fr: "Arêtes directes de tout le graphe, par sujet"}
// parameters:
//   avoid: {type: ids, description: {en: Things to leave out, fr: Choses à écarter}}
//   types: {type: ids, description: {en: Relationship types, fr: Types de relation}}
//   kinds: {type: ids, description: {en: Classes of the things walked to, fr: Classes des choses atteintes}}
//   statuses: {type: ids, description: {en: Statuses, fr: Statuts}}
//   certainties: {type: ids, description: {en: Certainties, fr: Certitudes}}
//   datasets: {type: ids, description: {en: Data sets, fr: Jeux de données}}
//   documents: {type: ids, description: {en: Documents, fr: Documents}}
//   themes: {type: ids, description: {en: Themes, fr: Thèmes}}
//   places: {type: ids, description: {en: Places, fr: Lieux}}
//   place_types: {type: ids, description: {en: Types whose object is a place, fr: Types dont l’objet est un lieu}}
//   as_of: {type: date, description: {en: "Said by then, and not over by then", fr: "Dit à cette date, et non révolu"}}
// columns:
//   source: {type: string, description: {en: Subject, fr: Sujet}}
//   target: {type: string, description: {en: Object, fr: Objet}}
//   type: {type: string, description: {en: Relationship type of the predicate, fr: Type de relation du prédicat}}
//   statement: {type: string, description: {en: Statement, fr: Énoncé}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, description: {en: Certainty, fr: Certitude}}
// example: {}
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.statement IS NOT NULL
  AND ($avoid IS NULL OR NOT (a.id IN $avoid OR b.id IN $avoid))
  AND ($kinds IS NULL OR (any(k IN labels(a) WHERE k IN $kinds)
                          AND any(k IN labels(b) WHERE k IN $kinds)))
  AND ($types IS NULL OR type(r) IN $types)
  AND ($statuses IS NULL OR r.status IN $statuses)
  AND ($certainties IS NULL OR r.certainty IN $certainties)
  AND ($places IS NULL
       OR any(p IN coalesce(r.place, []) WHERE p IN $places)
       OR any(p IN coalesce(r.appliesTo, []) WHERE p IN $places)
       OR (type(r) IN $place_types AND endNode(r).id IN $places))
  AND ($as_of IS NULL
       OR coalesce(r.validTo, r.`validTo^^xsd:gYearMonth`, r.`validTo^^xsd:gYear`, '9999') + '-99'
          >= $as_of)
  AND ($as_of IS NULL OR coalesce(r.status, 'actual') <> 'actual'
       OR coalesce(r.validFrom, r.`validFrom^^xsd:gYearMonth`, r.`validFrom^^xsd:gYear`,
                   r.date, r.`date^^xsd:gYearMonth`, r.`date^^xsd:gYear`, '') <= $as_of)
WITH a, r, b, r.statement AS statement
// told: only where a filter asks for more of the statement than its direct edge carries
MATCH (s:Entity {id: statement})
WHERE ($datasets IS NULL OR s.dataset IN $datasets
       OR any(d IN coalesce(s.datasets, []) WHERE d IN $datasets))
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL
       OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|TOPIC]->(t:Entity) WHERE t.id IN $themes }
       OR EXISTS {
        MATCH (s)-[:EXPRESSES]->(:Commitment)-[:CONCERNS|SECTION|ALIGNED_WITH]->(t:Entity)
        WHERE t.id IN $themes })
  AND ($as_of IS NULL
       OR NOT EXISTS { MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(:Entity) }
       OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') <= $as_of })
  AND ($as_of IS NULL OR NOT EXISTS {
        MATCH (s)-[:WAS_DERIVED_FROM]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') > $as_of })
  AND ($as_of IS NULL OR NOT EXISTS {
        MATCH (s)-[:WAS_DERIVED_FROM]->(:Statement)-[:HAD_PRIMARY_SOURCE]->(:Entity)
              -[:IS_PART_OF]->(d:Entity)
        WHERE coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`, '') > $as_of })
// end
RETURN a.id AS source, b.id AS target, type(r) AS type, statement AS statement,
       r.status AS status, r.certainty AS certainty
ORDER BY source, statement, target, type
