// title: {en: Dates of things, fr: Dates de choses}
// description: {en: "Dates of the statements that name all the things, and the date of issue of a document", fr: "Dates des énoncés qui nomment toutes les choses, et date de publication d’un document"}
// parameters:
//   of: {type: ids, required: true, description: {en: Things, fr: Choses}}
//   predicates: {type: ids, description: {en: Only these predicates, fr: Seulement ces prédicats}}
//   document: {type: ids, description: {en: Only what these documents say, fr: Seulement ce que disent ces documents}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 200, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   date: {type: string, description: {en: Date, fr: Date}}
//   until: {type: string, description: {en: Last day, fr: Dernier jour}}
//   place: {type: string, enum: [subject, object, role, issued], description: {en: Where the thing stands, fr: Place de la chose}}
//   subject: {type: thing, description: {en: Subject, fr: Sujet}}
//   predicate: {type: thing, description: {en: Predicate, fr: Prédicat}}
//   object: {type: thing, description: {en: Object, fr: Objet}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, description: {en: Certainty, fr: Certitude}}
//   statement: {type: ref, description: {en: The statement, fr: L’énoncé}}
//   commitments: {type: commitments, description: {en: Commitments, fr: Engagements}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {of: event-niamey-meeting-2018}
UNWIND $of AS one
MATCH (k:Entity {id: one})<-[r]-(s:Statement)
WITH s, count(DISTINCT one) AS named, collect(DISTINCT type(r)) AS stands
WITH s, stands, coalesce(s.date, s.`date^^xsd:gYearMonth`, s.`date^^xsd:gYear`, s.validFrom,
                          s.`validFrom^^xsd:gYearMonth`, s.`validFrom^^xsd:gYear`) AS date, named
WHERE named = size($of) AND date IS NOT NULL
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:PREDICATE]->(predicate:Entity)
WHERE $predicates IS NULL OR predicate.id IN $predicates
WITH s, stands, date, subject.id AS subject, object.id AS object, predicate.id AS predicate
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(p:Entity)-[:IS_PART_OF]->(document:Entity)
WITH s, stands, date, subject, object, predicate, collect(DISTINCT document.id) AS documents
WHERE $document IS NULL OR any(one IN $document WHERE one IN documents)
OPTIONAL MATCH (s)-[:EXPRESSES]->(commitment:Entity)
WITH s, stands, date, subject, object, predicate, collect(DISTINCT commitment.id) AS commitments
RETURN date AS date, s.validTo AS until,
       CASE WHEN 'SUBJECT' IN stands THEN 'subject' WHEN 'OBJECT' IN stands THEN 'object' ELSE 'role' END AS place,
       subject AS subject, predicate AS predicate, object AS object, s.status AS status,
       s.certainty AS certainty, s.id AS statement, commitments AS commitments, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'stated' THEN 0 ELSE 1 END, date, statement
