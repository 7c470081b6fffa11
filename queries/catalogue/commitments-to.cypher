// title: {en: "Commitments addressed to someone", fr: "Engagements adressés à quelqu’un"}
// description:
//   en: >-
//     Commitments, recommendations, requests and encouragements addressed to an actor, a group or a
//     class of countries. Inferred: those addressed to a class of countries that it belongs to by a
//     statement.
//   fr: >-
//     Engagements, recommandations, demandes et encouragements adressés à un acteur, un groupe ou une
//     catégorie de pays. Déduits : ceux adressés à une catégorie de pays dont il relève d’après un
//     énoncé.
// parameters:
//   to: {type: id, required: true, description: {en: "To whom", fr: "À qui"}}
//   kind: {type: enum, values: [Promise, Recommendation, Request, Encouragement, Acknowledgement, ReportedResult], description: {en: Only of this kind, fr: Seulement de cette nature}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: "The commitment", fr: "L’engagement"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or what follows from it", fr: "Ce que dit un document ou ce qui s’en déduit"}}
//   kind: {type: concepts, description: {en: "Kind", fr: "Nature"}}
//   actors: {type: things, description: {en: "By whom", fr: "De qui"}}
//   deadline: {type: date, description: {en: "Due date", fr: "Échéance"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "The weakest of the chain", fr: "La plus faible de la chaîne"}}
//   rule: {type: string, enum: [CountriesOfClass], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   premises: {type: premises, description: {en: "Statements that an inferred row rests on", fr: "Énoncés sur lesquels repose une ligne déduite"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {to: g5-sahel-countries}
// rows: 5
MATCH (target:Entity {id: $to})
OPTIONAL MATCH (target)-[put:IN_COUNTRY_CLASS]->(class:Entity)
WHERE put.statement IS NOT NULL
WITH target, collect({who: class.id, premise: put.statement, certainty: put.certainty}) AS classes
UNWIND [{who: target.id, premise: null, certainty: 'stated'}] + classes AS way
WITH way.who AS who, way.premise AS premise, way.certainty AS put
WHERE who IS NOT NULL
MATCH (c:Commitment)-[:ADDRESSED_TO]->(:Entity {id: who})
WHERE $kind IS NULL OR $kind IN labels(c)
WITH DISTINCT c, premise, put
OPTIONAL MATCH (c)-[:COMMITTED_BY|REPORTED_BY]->(actor:Entity)
WITH c, premise, put, collect(DISTINCT actor.id) AS actors
WITH c, actors, collect(premise) AS puts, collect(put) AS certainties,
     sum(CASE WHEN premise IS NULL THEN 1 ELSE 0 END) AS own
RETURN c.id AS commitment, CASE WHEN own > 0 THEN 'stated' ELSE 'inferred' END AS tier,
       c.types AS kind, actors AS actors, c.deadline AS deadline,
       CASE WHEN c.certainty = 'implied' OR (own = 0 AND NOT 'stated' IN certainties)
            THEN 'implied' ELSE 'stated' END AS certainty,
       CASE WHEN own = 0 THEN 'CountriesOfClass' END AS rule,
       CASE WHEN own = 0 THEN puts ELSE [] END AS premises, [c.id] AS evidence
ORDER BY CASE WHEN own > 0 THEN 0 ELSE 1 END, commitment
