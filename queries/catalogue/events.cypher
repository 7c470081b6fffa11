// title: {en: "Meetings and other events", fr: "Réunions et autres événements"}
// description:
//   en: >-
//     Meetings, summits, workshops and visits with where and when they took or are to take place, who
//     hosted them and how many took part by statement.
//   fr: >-
//     Réunions, sommets, ateliers et visites, avec où et quand ils ont eu ou doivent avoir lieu, qui
//     les a accueillis et combien y ont pris part selon les énoncés.
// parameters:
//   place: {type: id, description: {en: "Only held there", fr: "Seulement tenus là"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   event: {type: thing, description: {en: "The event", fr: "L’événement"}}
//   places: {type: things, description: {en: "Where", fr: "Où"}}
//   dates: {type: strings, description: {en: "Dates as printed", fr: "Dates telles qu’imprimées"}}
//   hosts: {type: things, description: {en: "Host", fr: "Hôte"}}
//   participants_stated: {type: integer, description: {en: "Participants that a document names", fr: "Participants qu’un document nomme"}}
//   participants_inferred: {type: integer, description: {en: "Participants by judgement", fr: "Participants par jugement"}}
//   statements: {type: refs, description: {en: "Statements of place and time", fr: "Énoncés de lieu et de date"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {place: niamey}
// rows: 2
MATCH (x:Event)
OPTIONAL MATCH (x)-[h:HELD_AT]->(where_held:Entity)
WHERE h.statement IS NOT NULL
WITH x, collect(DISTINCT where_held.id) AS places, collect(DISTINCT h.statement) AS statements,
     collect(DISTINCT coalesce(h.date, h.`date^^xsd:gYearMonth`, h.`date^^xsd:gYear`)) AS dates
WHERE $place IS NULL OR $place IN places
OPTIONAL MATCH (host:Entity)-[o:HOSTS]->(x)
WHERE o.statement IS NOT NULL
WITH x, places, statements, dates, collect(DISTINCT host.id) AS hosts
OPTIONAL MATCH (who:Entity)-[p:PARTICIPATES_IN]->(x)
WHERE p.statement IS NOT NULL
WITH x, places, statements, dates, hosts,
     count(DISTINCT CASE WHEN p.certainty <> 'implied' THEN who.id END) AS participants_stated,
     count(DISTINCT CASE WHEN p.certainty = 'implied' THEN who.id END) AS participants_inferred
RETURN x.id AS event, places AS places, dates AS dates, hosts AS hosts,
       participants_stated AS participants_stated, participants_inferred AS participants_inferred,
       statements AS statements, statements AS evidence
ORDER BY event
