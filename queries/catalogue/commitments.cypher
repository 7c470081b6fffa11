// title: {en: Commitments, fr: Engagements}
// description:
//   en: "Commitments, recommendations, requests, encouragements, acknowledgements and reported results by actor, addressee, matter, document, kind, deadline and figure"
//   fr: "Engagements, recommandations, demandes, encouragements, reconnaissances et résultats rapportés, par acteur, destinataire, sujet, document, nature, échéance et chiffre"
// parameters:
//   by: {type: ids, description: {en: By one of these actors, fr: Par l’un de ces acteurs}}
//   to: {type: ids, description: {en: Addressed to one of these, fr: Adressés à l’un de ceux-ci}}
//   about: {type: ids, description: {en: Concerning all of these, fr: Concernant tous ceux-ci}}
//   document: {type: ids, description: {en: Only in these documents, fr: Seulement dans ces documents}}
//   kinds: {type: text, description: {en: "Only these kinds (Promise,Request …)", fr: "Seulement ces natures (Promise,Request …)"}}
//   without_kinds: {type: text, description: {en: Not these kinds, fr: Pas ces natures}}
//   has_deadline: {type: boolean, description: {en: With or without a deadline, fr: Avec ou sans échéance}}
//   has_figure: {type: boolean, description: {en: With or without a figure, fr: Avec ou sans chiffre}}
//   has_amount: {type: boolean, description: {en: With or without an amount of money, fr: Avec ou sans montant}}
//   mentions_date: {type: boolean, description: {en: "That mention a date, whatever it is of", fr: "Qui mentionnent une date, quelle qu’elle soit"}}
//   progress: {type: text, description: {en: "Whose latest follow-up record says one of these (complete,substantial …)", fr: "Dont la dernière fiche de suivi dit l’un de ceux-ci (complete,substantial …)"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 200, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: The commitment, fr: L’engagement}}
//   kinds: {type: strings, description: {en: Kind, fr: Nature}}
//   document: {type: things, description: {en: Document, fr: Document}}
//   by: {type: things, description: {en: Who commits or reports, fr: Qui s’engage ou rapporte}}
//   to: {type: things, description: {en: To whom, fr: À qui}}
//   deadline: {type: string, description: {en: Due date, fr: Échéance}}
//   deadline_text: {type: text, description: {en: Deadline in words, fr: Échéance en toutes lettres}}
//   certainty: {type: string, description: {en: Certainty, fr: Certitude}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {about: border-management, document: niamey-2018}
MATCH (c:Commitment)
OPTIONAL MATCH (c)-[:COMMITTED_BY|REPORTED_BY]->(who:Entity)
WITH c, collect(DISTINCT who.id) AS actors
WHERE $by IS NULL OR any(one IN $by WHERE one IN actors)
OPTIONAL MATCH (c)-[:ADDRESSED_TO]->(whom:Entity)
WITH c, actors, collect(DISTINCT whom.id) AS addressees
WHERE $to IS NULL OR any(one IN $to WHERE one IN addressees)
OPTIONAL MATCH (c)-[:CONCERNS|ADDRESSED_TO|SECTION|COMMITTED_BY]->(matter:Entity)
OPTIONAL MATCH (matter)-[:BROADER]->(wider:Entity)
WITH c, actors, addressees, collect(DISTINCT matter.id) AS direct, collect(DISTINCT wider.id) AS broader
WITH c, actors, addressees, direct + broader AS matters
WHERE $about IS NULL OR all(one IN $about WHERE one IN matters)
OPTIONAL MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH c, actors, addressees, collect(DISTINCT d.id) AS documents
WHERE $document IS NULL OR any(one IN $document WHERE one IN documents)
OPTIONAL MATCH (c)-[:INDICATOR]->(measure:Entity)
WITH c, labels(c) AS kinds, actors, addressees, documents, count(measure) AS indicators
WHERE ($kinds IS NULL OR any(kind IN split($kinds, ',') WHERE kind IN kinds))
  AND ($without_kinds IS NULL OR NOT any(kind IN split($without_kinds, ',') WHERE kind IN kinds))
  AND ($has_deadline IS NULL OR $has_deadline = (c.deadline IS NOT NULL OR c.`deadlineText@en` IS NOT NULL OR c.`deadlineText@fr` IS NOT NULL))
  AND ($mentions_date IS NULL OR $mentions_date = (c.dateMentioned IS NOT NULL OR any(key IN keys(c) WHERE key STARTS WITH 'dateMentioned')))
  AND ($has_figure IS NULL OR $has_figure = (indicators > 0))
OPTIONAL MATCH (c)<-[:EXPRESSES]-(paid:Statement)
WHERE paid.amount IS NOT NULL
WITH c, actors, addressees, documents, count(paid) AS amounts
WHERE $has_amount IS NULL OR $has_amount = (amounts > 0)
OPTIONAL MATCH (c)-[:RECORD_OF|FOLLOW_UP]-(record:StatusRecord)
WITH c, actors, addressees, documents, record
ORDER BY coalesce(record.date, record.`date^^xsd:gYearMonth`, record.`date^^xsd:gYear`)
WITH c, actors, addressees, documents, collect(record.followUpStatus) AS states
WHERE $progress IS NULL OR (size(states) > 0 AND states[size(states) - 1] IN split($progress, ','))
RETURN c.id AS commitment, c.types AS kinds, documents AS document, actors AS by, addressees AS to,
       c.deadline AS deadline, {en: c.`deadlineText@en`, fr: c.`deadlineText@fr`} AS deadline_text,
       c.certainty AS certainty, [c.id] AS evidence
ORDER BY commitment
