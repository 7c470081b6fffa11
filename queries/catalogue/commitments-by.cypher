// title: {en: "Commitments of an actor", fr: "Engagements d’un acteur"}
// description:
//   en: >-
//     Commitments, recommendations, requests, encouragements and acknowledgements of an actor, and
//     results it reports. Inferred: those of a group it belongs to by a statement. Nothing passes
//     from an organisation to its parts.
//   fr: >-
//     Engagements, recommandations, demandes, encouragements et constats d’un acteur, et résultats
//     qu’il rapporte. Déduits : ceux d’un groupe dont il est membre d’après un énoncé. Rien ne passe
//     d’une organisation à ses parties.
// parameters:
//   by: {type: id, required: true, description: {en: "The actor", fr: "L’acteur"}}
//   kind: {type: enum, values: [Promise, Recommendation, Request, Encouragement, Acknowledgement, ReportedResult], description: {en: Only of this kind, fr: Seulement de cette nature}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: "The commitment", fr: "L’engagement"}}
//   tier: {type: string, enum: [stated, inferred], description: {en: "What a document says or what follows from it", fr: "Ce que dit un document ou ce qui s’en déduit"}}
//   kind: {type: concepts, description: {en: "Kind", fr: "Nature"}}
//   addressees: {type: things, description: {en: "To whom", fr: "À qui"}}
//   deadline: {type: date, description: {en: "Due date", fr: "Échéance"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: "The weakest of the chain", fr: "La plus faible de la chaîne"}}
//   rule: {type: string, enum: [GroupMembers], description: {en: "How an inferred row follows", fr: "Comment une ligne déduite se déduit"}}
//   premises: {type: premises, description: {en: "Statements that an inferred row rests on", fr: "Énoncés sur lesquels repose une ligne déduite"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {by: niamey-participants, kind: Recommendation}
// rows: 1
MATCH (actor:Entity {id: $by})
OPTIONAL MATCH (actor)-[g:MEMBER_OF]->(whole:Group)
WHERE g.statement IS NOT NULL AND g.status = 'actual'
WITH actor, collect({who: whole.id, premise: g.statement, certainty: g.certainty}) AS groups
UNWIND [{who: actor.id, premise: null, certainty: 'stated'}] + groups AS way
WITH way.who AS who, way.premise AS premise, way.certainty AS membership
WHERE who IS NOT NULL
MATCH (c:Commitment)-[:COMMITTED_BY|REPORTED_BY]->(:Entity {id: who})
WHERE $kind IS NULL OR $kind IN labels(c)
WITH DISTINCT c, premise, membership
OPTIONAL MATCH (c)-[:ADDRESSED_TO]->(whom:Entity)
WITH c, premise, membership, collect(DISTINCT whom.id) AS addressees
WITH c, addressees, collect(premise) AS memberships, collect(membership) AS certainties,
     sum(CASE WHEN premise IS NULL THEN 1 ELSE 0 END) AS own
RETURN c.id AS commitment, CASE WHEN own > 0 THEN 'stated' ELSE 'inferred' END AS tier,
       c.types AS kind, addressees AS addressees, c.deadline AS deadline,
       CASE WHEN c.certainty = 'implied' OR (own = 0 AND NOT 'stated' IN certainties)
            THEN 'implied' ELSE 'stated' END AS certainty,
       CASE WHEN own = 0 THEN 'GroupMembers' END AS rule,
       CASE WHEN own = 0 THEN memberships ELSE [] END AS premises, [c.id] AS evidence
ORDER BY CASE WHEN own > 0 THEN 0 ELSE 1 END, commitment
