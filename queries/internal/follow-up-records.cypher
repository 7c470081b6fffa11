// title: {en: "Follow-up records of commitments", fr: "Fiches de suivi des engagements"}
// description:
//   en: >-
//     Dated records of how far commitments have been carried out, with their sources. The four
//     documents bring none: records come in through a file.
//   fr: >-
//     Fiches datées sur l’exécution des engagements, avec leurs sources. Les quatre documents n’en
//     apportent aucune : les fiches arrivent par un fichier.
// parameters:
//   commitment: {type: id, description: {en: "Only of this commitment", fr: "Seulement de cet engagement"}}
//   status: {type: enum, scheme: FollowUpStatuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: "The commitment", fr: "L’engagement"}}
//   record: {type: ref, description: {en: "The record", fr: "La fiche"}}
//   date: {type: string, description: {en: "Date", fr: "Date"}}
//   status: {type: string, description: {en: "How far it has been carried out", fr: "Degré d’exécution"}}
//   certainty: {type: string, description: {en: "Certainty", fr: "Certitude"}}
//   summary: {type: text, description: {en: "What it records", fr: "Ce qu’elle consigne"}}
//   sources: {type: refs, description: {en: "Sources", fr: "Sources"}}
// example: {}
MATCH (r:StatusRecord)-[:RECORD_OF|FOLLOW_UP]-(c:Commitment)
WHERE ($commitment IS NULL OR c.id = $commitment) AND ($status IS NULL OR r.followUpStatus = $status)
WITH DISTINCT r, c
OPTIONAL MATCH (r)-[:HAD_PRIMARY_SOURCE]->(source:Entity)
WITH r, c, collect(DISTINCT source.id) AS sources
RETURN c.id AS commitment, r.id AS record,
       coalesce(r.date, r.`date^^xsd:gYearMonth`, r.`date^^xsd:gYear`) AS date,
       r.followUpStatus AS status, r.certainty AS certainty,
       {en: r.`summary@en`, fr: r.`summary@fr`} AS summary, sources AS sources
ORDER BY commitment, date, record
