// title: {en: "Commitments with a deadline", fr: "Engagements assortis d’une échéance"}
// description:
//   en: >-
//     Commitments that say by when, as a date or in words. With before, those due before that day
//     (deadlines in words are then left out).
//   fr: >-
//     Engagements qui disent pour quand, par une date ou en toutes lettres. Avec before, ceux qui
//     échoient avant ce jour (les échéances en toutes lettres sont alors omises).
// parameters:
//   before: {type: date, description: {en: Due before this day, fr: Échéant avant ce jour}}
//   document: {type: id, description: {en: Only from this document, fr: Seulement de ce document}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: "The commitment", fr: "L’engagement"}}
//   actors: {type: things, description: {en: "By whom", fr: "De qui"}}
//   deadline: {type: date, description: {en: "Due date", fr: "Échéance"}}
//   deadline_text: {type: text, description: {en: "Deadline in words", fr: "Échéance en toutes lettres"}}
//   kind: {type: concepts, description: {en: "Kind", fr: "Nature"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {}
// rows: 2
MATCH (c:Commitment)
WITH c, coalesce(c.deadline, c.`deadline^^xsd:gYearMonth`, c.`deadline^^xsd:gYear`) AS due
WHERE (due IS NOT NULL OR ($before IS NULL AND (c.`deadlineText@en` IS NOT NULL OR c.`deadlineText@fr` IS NOT NULL)))
  AND ($before IS NULL OR due < $before)
  AND ($document IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
OPTIONAL MATCH (c)-[:COMMITTED_BY|REPORTED_BY]->(actor:Entity)
WITH c, due, collect(DISTINCT actor.id) AS actors
RETURN c.id AS commitment, actors AS actors, due AS deadline,
       {en: c.`deadlineText@en`, fr: c.`deadlineText@fr`} AS deadline_text,
       c.types AS kind, [c.id] AS evidence
ORDER BY coalesce(due, '9999'), commitment
