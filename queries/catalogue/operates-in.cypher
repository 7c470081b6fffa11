// title: {en: Who operates in a place, fr: Qui opère dans un lieu}
// description:
//   en: >-
//     Actors, missions, funds and programmes that are active or located in a place, or post staff there. Stated where a document names the place; inferred where it names a place within it or a
//     class of countries that it belongs to. A wider region is not the place.
//   fr: >-
//     Acteurs, missions, fonds et programmes actifs ou situés dans un lieu, ou qui y détachent du personnel. Énoncé lorsqu’un document nomme le lieu ; déduit lorsqu’il nomme un lieu qui en fait partie
//     ou une catégorie de pays dont il relève. Une région plus vaste n’est pas le lieu.
// parameters:
//   place: {type: id, required: true, description: {en: Country or place, fr: Pays ou lieu}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: Who operates there, fr: Qui y opère}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or what follows from it, fr: Ce que dit un document ou ce qui s’en déduit}}
//   relation: {type: concept, description: {en: Predicate of the statement, fr: Prédicat de l’énoncé}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, enum: [stated, implied], description: {en: The weakest of the chain, fr: La plus faible de la chaîne}}
//   rule: {type: string, enum: [CountriesOfClass, PlaceWithin, Judgement], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
//   named: {type: thing, description: {en: What the statement names, fr: Ce que l’énoncé nomme}}
//   statement: {type: statement, description: {en: The statement, fr: L’énoncé}}
//   premises: {type: premises, description: {en: Statements that connect it with the place, fr: Énoncés qui le relient au lieu}}
//   commitments: {type: commitments, description: {en: Commitments it belongs to, fr: Engagements dont il relève}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {place: niger}
// rows: 8
MATCH (place:Entity {id: $place})
OPTIONAL MATCH (place)-[put:IN_COUNTRY_CLASS]->(class:Entity)
WHERE put.statement IS NOT NULL
WITH place, collect({area: class.id, step: 'class', premise: put.statement, certainty: put.certainty}) AS classes
OPTIONAL MATCH (part:Entity)-[inside:PART_OF]->(place)
WHERE inside.statement IS NOT NULL AND (part:Place OR part:Area)
WITH place, classes,
     collect({area: part.id, step: 'within', premise: inside.statement, certainty: inside.certainty}) AS parts
UNWIND [{area: place.id, step: 'named', premise: null, certainty: 'stated'}] + classes + parts AS reach
WITH reach.area AS named, reach.step AS step, collect(reach.premise) AS premises,
     collect(reach.certainty) AS certainties
WHERE named IS NOT NULL
MATCH (area:Entity {id: named})
MATCH (subject:Entity)-[v:OPERATES_IN|DEPLOYS]->(area)
WHERE v.statement IS NOT NULL
WITH subject, named, step, premises, certainties, v.statement AS statement
MATCH (s:Entity {id: statement})
OPTIONAL MATCH (s)-[:EXPRESSES]->(commitment:Entity)
WITH subject, named, step, premises, certainties, s, collect(DISTINCT commitment.id) AS commitments
MATCH (s)-[:PREDICATE]->(predicate:Entity)
WITH subject, named, step, premises, s, commitments, predicate,
     CASE WHEN s.certainty = 'implied' OR NOT 'stated' IN certainties THEN 'implied' ELSE 'stated' END AS certainty,
     CASE step WHEN 'class' THEN 'CountriesOfClass' WHEN 'within' THEN 'PlaceWithin' ELSE CASE WHEN s.certainty = 'implied' THEN 'Judgement' END END AS rule
RETURN subject.id AS actor,
       CASE WHEN rule IS NULL THEN 'stated' ELSE 'inferred' END AS tier,
       predicate.id AS relation, s.status AS status, certainty AS certainty, rule AS rule,
       named AS named, s.id AS statement,
       CASE WHEN rule IS NULL THEN [] ELSE [s.id] + premises END AS premises,
       commitments AS commitments, [s.id] AS evidence
ORDER BY CASE WHEN rule IS NULL THEN 0 ELSE 1 END, actor, statement, named
