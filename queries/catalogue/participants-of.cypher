// title: {en: Participants of an event, fr: Participants à un événement}
// description:
//   en: >-
//     Who took part in an event and how (met, attended, convened …), one row a statement. Presence is
//     not a commitment: who is bound by a text of the event is another question.
//   fr: >-
//     Qui a pris part à un événement et comment (s’est réuni, a assisté, a convoqué …), une ligne par
//     énoncé. Être présent n’est pas s’engager : qui est tenu par un texte est une autre question.
// parameters:
//   of: {type: id, required: true, description: {en: The event, fr: L’événement}}
//   presence: {type: enum, scheme: Presences, description: {en: Only with this presence, fr: Seulement avec cette présence}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: Who took part, fr: Qui a pris part}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or a judgement marked implied, fr: Ce que dit un document ou un jugement marqué implicite}}
//   presence: {type: concepts, description: {en: How, fr: Comment}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, enum: [stated, implied], description: {en: Certainty, fr: Certitude}}
//   rule: {type: string, enum: [Judgement], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
//   statement: {type: statement, description: {en: The statement, fr: L’énoncé}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {of: event-niamey-meeting-2018}
// rows: 22
MATCH (actor:Entity)-[v:PARTICIPATES_IN]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL
WITH actor, v.statement AS statement
MATCH (s:Entity {id: statement})
WHERE $presence IS NULL OR (s.presence IS NOT NULL AND $presence IN ([] + s.presence))
RETURN actor.id AS actor,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.presence AS presence, s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, actor, statement
