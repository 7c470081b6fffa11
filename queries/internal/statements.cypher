// title: {en: Statements by filter, fr: Énoncés filtrés}
// description: {en: "Every filter may be left out (null)", fr: "Chaque filtre peut manquer (null)"}
// parameters:
//   subject: {type: id, description: {en: Subject, fr: Sujet}}
//   object: {type: id, description: {en: Object, fr: Objet}}
//   predicates: {type: ids, description: {en: Predicates, fr: Prédicats}}
//   kinds: {type: ids, description: {en: Classes of the ends that are not given, fr: Classes des bouts qui ne sont pas donnés}}
//   statuses: {type: ids, description: {en: Statuses, fr: Statuts}}
//   certainties: {type: ids, description: {en: Certainties, fr: Certitudes}}
//   datasets: {type: ids, description: {en: Data sets, fr: Jeux de données}}
//   documents: {type: ids, description: {en: Documents, fr: Documents}}
//   themes: {type: ids, description: {en: Themes, fr: Thèmes}}
//   places: {type: ids, description: {en: Places, fr: Lieux}}
//   place_predicates: {type: ids, description: {en: Predicates whose object is a place, fr: Prédicats dont l’objet est un lieu}}
//   after: {type: text, description: {en: The id before the first, fr: L’identifiant avant le premier}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
MATCH (s:Statement)
WHERE ($after IS NULL OR s.id > $after)
  AND ($statuses IS NULL OR s.status IN $statuses)
  AND ($certainties IS NULL OR s.certainty IN $certainties)
  AND ($datasets IS NULL OR s.dataset IN $datasets
       OR any(d IN coalesce(s.datasets, []) WHERE d IN $datasets))
  AND ($subject IS NULL OR EXISTS { MATCH (s)-[:SUBJECT]->(:Entity {id: $subject}) })
  AND ($object IS NULL OR EXISTS { MATCH (s)-[:OBJECT]->(:Entity {id: $object}) })
  AND ($predicates IS NULL
       OR EXISTS { MATCH (s)-[:PREDICATE]->(p:Entity) WHERE p.id IN $predicates })
  AND ($kinds IS NULL OR (
       EXISTS { MATCH (s)-[:SUBJECT]->(e:Entity)
                WHERE e.id = $subject OR any(k IN labels(e) WHERE k IN $kinds) }
       AND EXISTS { MATCH (s)-[:OBJECT]->(e:Entity)
                    WHERE e.id = $object OR any(k IN labels(e) WHERE k IN $kinds) }))
  AND ($places IS NULL
       OR EXISTS { MATCH (s)-[:PLACE|APPLIES_TO]->(p:Entity) WHERE p.id IN $places }
       OR EXISTS {
        MATCH (p:Entity)<-[:PREDICATE]-(s)-[:OBJECT]->(o:Entity)
        WHERE p.id IN $place_predicates AND o.id IN $places })
  AND ($documents IS NULL OR EXISTS {
        MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Entity)-[:IS_PART_OF]->(d:Entity)
        WHERE d.id IN $documents })
  AND ($themes IS NULL
       OR EXISTS { MATCH (s)-[:SUBJECT|OBJECT|TOPIC]->(t:Entity) WHERE t.id IN $themes }
       OR EXISTS {
        MATCH (s)-[:EXPRESSES]->(:Commitment)-[:CONCERNS|SECTION|ALIGNED_WITH]->(t:Entity)
        WHERE t.id IN $themes })
RETURN s.id AS id
ORDER BY id
