// title: {en: Find by statement in documents, fr: Trouver par énoncé dans des documents}
// description:
//   en: >-
//     Subjects or objects of the statements of documents, by predicate, status, kind and role, where no
//     thing is known but the document. Tiers as in the query find.
//   fr: >-
//     Sujets ou objets des énoncés de documents, par prédicat, statut, nature et rôle, lorsque rien
//     n’est connu que le document. Niveaux comme dans la requête find.
// parameters:
//   document: {type: ids, required: true, description: {en: What these documents say, fr: Ce que disent ces documents}}
//   end: {type: enum, values: [subject, object], default: subject, description: {en: Which end is asked for, fr: Quel bout est demandé}}
//   predicates: {type: ids, description: {en: Predicates whose object is the known thing, fr: Prédicats dont la chose connue est l’objet}}
//   inverse: {type: ids, description: {en: Predicates whose subject is the known thing, fr: Prédicats dont la chose connue est le sujet}}
//   when: {type: ids, description: {en: "Like predicates, only where the statement has the role value", fr: "Comme predicates, seulement si l’énoncé porte la valeur de rôle"}}
//   when_inverse: {type: ids, description: {en: "Like inverse, only where the statement has the role value", fr: "Comme inverse, seulement si l’énoncé porte la valeur de rôle"}}
//   role: {type: text, description: {en: "The role value for when (funding, training, contributed …)", fr: "La valeur de rôle pour when (funding, training, contributed …)"}}
//   asked: {type: text, description: {en: "A role that is asked for instead of the other end, as relationship type (TOOL, PLACE …)", fr: "Un rôle demandé au lieu de l’autre bout, comme type de relation (TOOL, PLACE …)"}}
//   also: {type: ids, description: {en: "Things that the statement must also name, in any part", fr: "Choses que l’énoncé doit aussi nommer, où que ce soit"}}
//   place: {type: id, description: {en: "Where it must hold: named, within it, by its class of countries, or no place said", fr: "Où cela doit valoir : nommé, à l’intérieur, par sa catégorie de pays, ou sans lieu dit"}}
//   statuses: {type: text, description: {en: "Only these statuses (actual,committed …)", fr: "Seulement ces statuts (actual,committed …)"}}
//   without_statuses: {type: text, description: {en: Not these statuses, fr: Pas ces statuts}}
//   dated: {type: text, description: {en: "Only statements dated in this year, in this month or on this day (2017, 2017-06)", fr: "Seulement les énoncés datés de cette année, de ce mois ou de ce jour (2017, 2017-06)"}}
//   detail: {type: text, description: {en: "A wording of the status (thanked …)", fr: "Une formule du statut (remercié …)"}}
//   kinds: {type: text, description: {en: "Classes of which the answer must have one (State,Programme …)", fr: "Classes dont la réponse doit avoir une (State,Programme …)"}}
//   without_kinds: {type: text, description: {en: Classes that the answer must not have, fr: Classes que la réponse ne doit pas avoir}}
//   among: {type: ids, description: {en: Only answers among these, fr: Seulement des réponses parmi celles-ci}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 500, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   answer: {type: thing, description: {en: What was asked for, fr: Ce qui était demandé}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or what follows from it, fr: Ce que dit un document ou ce qui s’en déduit}}
//   rule: {type: string, enum: [GroupMembers, CountriesOfClass, Judgement], description: {en: How it follows, fr: Comment cela se déduit}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: The weakest of the chain, fr: La plus faible de la chaîne}}
//   role: {type: concepts, description: {en: "Role values (kind of support, of presence …)", fr: "Valeurs de rôle (nature du soutien, de la présence …)"}}
//   subject: {type: thing, description: {en: Subject of the statement, fr: Sujet de l’énoncé}}
//   predicate: {type: thing, description: {en: Predicate of the statement, fr: Prédicat de l’énoncé}}
//   object: {type: thing, description: {en: Object of the statement, fr: Objet de l’énoncé}}
//   known: {type: ref, description: {en: The known thing, fr: La chose connue}}
//   place_basis: {type: string, enum: [named, within, class, unlimited], description: {en: Why the place is included, fr: Pourquoi le lieu est inclus}}
//   statement: {type: ref, description: {en: The statement, fr: L’énoncé}}
//   conflicts: {type: refs, description: {en: Statements that contradict it, fr: Énoncés qui le contredisent}}
//   premises: {type: premises, description: {en: Statements that an inferred row rests on, fr: Énoncés sur lesquels repose une ligne déduite}}
//   place_premises: {type: refs, description: {en: Statements that put the place there, fr: Énoncés qui y rangent le lieu}}
//   commitments: {type: commitments, description: {en: Commitments it belongs to, fr: Engagements dont il relève}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {document: dinard-2019, end: object, predicates: supports, statuses: commended}
UNWIND $document AS source
MATCH (d:Entity {id: source})<-[:IS_PART_OF]-(place_of:Paragraph)<-[:HAD_PRIMARY_SOURCE]-(s:Statement)
WITH DISTINCT s
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:PREDICATE]->(predicate:Entity)
// Here the end asked for says which end is known.
WITH s, subject, object, predicate, CASE $end WHEN 'object' THEN subject.id ELSE object.id END AS known
WHERE ($predicates IS NULL AND $inverse IS NULL AND $when IS NULL AND $when_inverse IS NULL)
   OR (predicate.id IN coalesce($predicates, []))
   OR (predicate.id IN coalesce($inverse, []))
   OR (predicate.id IN coalesce($when, [])
       AND $role IN (coalesce(([] + s.supportRole), []) + coalesce(([] + s.presence), []) + coalesce(([] + s.`as`), [])))
   OR (predicate.id IN coalesce($when_inverse, [])
       AND $role IN (coalesce(([] + s.supportRole), []) + coalesce(([] + s.presence), []) + coalesce(([] + s.`as`), [])))
WITH known, s, subject, object, predicate
WHERE ($statuses IS NULL OR s.status IN split($statuses, ','))
  AND ($without_statuses IS NULL OR NOT s.status IN split($without_statuses, ','))
  AND ($dated IS NULL
       OR any(day IN coalesce(([] + s.date), []) + coalesce(([] + s.`date^^xsd:gYearMonth`), [])
                     + coalesce(([] + s.`date^^xsd:gYear`), []) + coalesce(([] + s.validFrom), [])
                     + coalesce(([] + s.`validFrom^^xsd:gYearMonth`), []) + coalesce(([] + s.validTo), [])
              WHERE toString(day) STARTS WITH $dated))
  AND ($detail IS NULL
       OR any(text IN coalesce(([] + s.`statusDetail@en`), []) + coalesce(([] + s.`statusDetail@fr`), [])
                      + coalesce(([] + s.`detail@en`), []) + coalesce(([] + s.`detail@fr`), [])
              WHERE toLower(text) CONTAINS toLower($detail)))
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(paragraph:Entity)-[:IS_PART_OF]->(document:Entity)
WITH known, s, subject, object, predicate, collect(DISTINCT document.id) AS documents
WHERE $document IS NULL OR any(one IN $document WHERE one IN documents)
OPTIONAL MATCH (s)-[part]->(thing:Entity)
WHERE NOT type(part) IN ['SUBJECT', 'OBJECT', 'PREDICATE', 'HAD_PRIMARY_SOURCE', 'WAS_DERIVED_FROM', 'EXPRESSES', 'CONFLICTS_WITH']
WITH known, s, subject, object, predicate, collect({role: type(part), id: thing.id}) AS parts
WHERE $also IS NULL
   OR all(one IN $also WHERE one = subject.id OR one = object.id OR any(p IN parts WHERE p.id = one))
// Where the statement holds.
WITH known, s, subject, object, predicate, parts,
     [p IN parts WHERE p.role = 'PLACE' | p.id] AS places,
     [p IN parts WHERE p.role = 'APPLIES_TO' | p.id] AS classes
OPTIONAL MATCH (:Entity {id: $place})-[put:IN_COUNTRY_CLASS]->(class:Entity)
WHERE put.statement IS NOT NULL AND (class.id IN classes OR class.id IN places)
WITH known, s, subject, object, predicate, parts, places, classes,
     collect(DISTINCT put.statement) AS class_premises, collect(DISTINCT put.certainty) AS class_certainties
OPTIONAL MATCH (inside:Entity)-[lies:PART_OF]->(:Entity {id: $place})
WHERE lies.statement IS NOT NULL AND inside.id IN places
WITH known, s, subject, object, predicate, parts, places, classes, class_premises, class_certainties,
     collect(DISTINCT lies.statement) AS part_premises, collect(DISTINCT lies.certainty) AS part_certainties
WITH known, s, subject, object, predicate, parts, class_premises, class_certainties, part_premises, part_certainties,
     CASE
       WHEN $place IS NULL THEN 'unlimited'
       WHEN $place IN places OR $place IN classes OR $place = subject.id OR $place = object.id THEN 'named'
       WHEN size(part_premises) > 0 THEN 'within'
       WHEN size(class_premises) > 0 THEN 'class'
       WHEN size(places) = 0 AND size(classes) = 0 THEN 'unlimited'
     END AS basis
WHERE basis IS NOT NULL
WITH known, s, subject, object, predicate, parts, basis,
     CASE basis WHEN 'class' THEN class_premises WHEN 'within' THEN part_premises ELSE [] END AS place_premises,
     CASE
       WHEN basis = 'class' AND NOT 'stated' IN class_certainties THEN 'implied'
       WHEN basis = 'within' AND NOT 'stated' IN part_certainties THEN 'implied'
       ELSE 'stated'
     END AS place_certainty
OPTIONAL MATCH (s)-[:EXPRESSES]->(commitment:Entity)
WITH known, s, subject, object, predicate, parts, basis, place_premises, place_certainty,
     collect(DISTINCT commitment.id) AS commitments
OPTIONAL MATCH (s)-[:CONFLICTS_WITH]-(other:Statement)
WITH known, s, subject, object, predicate, parts, basis, place_premises, place_certainty, commitments,
     collect(DISTINCT other.id) AS conflicts
// What is asked for: a role, or the end that is not known.
UNWIND CASE WHEN $asked IS NOT NULL THEN [p IN parts WHERE p.role = $asked | p.id]
            WHEN subject.id = known THEN [object.id] ELSE [subject.id] END AS answer_id
WITH s, known, subject.id AS subject, object.id AS object, predicate.id AS predicate, parts, basis,
     place_premises, place_certainty, commitments, conflicts, answer_id
MATCH (answer:Entity {id: answer_id})
// The thing itself, then the members of an acting group or the countries of a class.
OPTIONAL MATCH (member:Entity)-[g:MEMBER_OF]->(answer)
WHERE answer:Group AND answer.id = subject AND g.statement IS NOT NULL AND g.status = 'actual'
WITH s, known, subject, object, predicate, parts, basis, place_premises, place_certainty, commitments, conflicts, answer,
     collect({id: member.id, premise: g.statement, certainty: g.certainty, rule: 'GroupMembers'}) AS members
OPTIONAL MATCH (country:Entity)-[c:IN_COUNTRY_CLASS]->(answer)
WHERE answer:CountryClass AND c.statement IS NOT NULL
WITH s, known, subject, object, predicate, parts, basis, place_premises, place_certainty, commitments, conflicts, answer, members,
     collect({id: country.id, premise: c.statement, certainty: c.certainty, rule: 'CountriesOfClass'}) AS countries
UNWIND [{id: answer.id, premise: null, certainty: 'stated', rule: null}]
       + [m IN members + countries WHERE m.id IS NOT NULL] AS link
WITH s, known, subject, object, predicate, parts, basis, place_premises, place_certainty, commitments, conflicts,
     link.id AS found, link.premise AS premise, link.certainty AS link_certainty, link.rule AS link_rule
MATCH (shown:Entity {id: found})
WITH s, known, subject, object, predicate, parts, basis, place_premises, place_certainty, commitments, conflicts,
     found, premise, link_certainty, link_rule, labels(shown) AS kinds
WHERE ($kinds IS NULL OR any(kind IN split($kinds, ',') WHERE kind IN kinds))
  AND ($without_kinds IS NULL OR NOT any(kind IN split($without_kinds, ',') WHERE kind IN kinds))
  AND ($among IS NULL OR found IN $among)
WITH s, known, subject, object, predicate, parts, basis, place_premises, place_certainty, commitments, conflicts, found, premise,
     CASE WHEN link_rule IS NOT NULL THEN link_rule WHEN s.certainty = 'implied' THEN 'Judgement' END AS rule,
     CASE WHEN s.certainty = 'implied' OR link_certainty = 'implied'
            OR (premise IS NOT NULL AND place_certainty = 'implied') THEN 'implied' ELSE 'stated' END AS certainty
RETURN found AS answer,
       CASE WHEN rule IS NULL THEN 'stated' ELSE 'inferred' END AS tier,
       rule AS rule, s.status AS status, certainty AS certainty,
       // kglite keeps the null of [] + null.
       [r IN (coalesce(([] + s.supportRole), []) + coalesce(([] + s.presence), []) + coalesce(([] + s.`as`), []))
        WHERE r IS NOT NULL] AS role,
       subject AS subject, predicate AS predicate, object AS object, known AS known,
       basis AS place_basis, s.id AS statement, conflicts AS conflicts,
       CASE WHEN rule IS NULL THEN [] WHEN premise IS NULL THEN [s.id] + place_premises
            ELSE [s.id, premise] + place_premises END AS premises,
       place_premises AS place_premises, commitments AS commitments, [s.id] AS evidence
ORDER BY CASE WHEN rule IS NULL THEN 0 ELSE 1 END, answer, statement, known, premise
