// title: {en: Statements on things with their words, fr: Énoncés sur des choses avec leurs mots}
// description:
//   en: >-
//     Statements in which one of the things stands, or whose commitment or paragraph names it or that a
//     document makes, with
//     all their parts, what their commitment and paragraph name, and their words. To be named in the
//     same paragraph is not to stand in the statement.
//   fr: >-
//     Énoncés où figure une des choses, ou dont l’engagement ou le paragraphe la nomme, avec toutes
//     leurs parties, ce que nomment leur engagement et leur paragraphe, et leurs mots. Être nommé dans
//     le même paragraphe n’est pas figurer dans l’énoncé.
// parameters:
//   of: {type: ids, required: true, description: {en: Things, fr: Choses}}
//   document: {type: ids, description: {en: Only what these documents say, fr: Seulement ce que disent ces documents}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 500, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   statement: {type: ref, description: {en: The statement, fr: L’énoncé}}
//   subject: {type: thing, description: {en: Subject, fr: Sujet}}
//   predicate: {type: thing, description: {en: Predicate, fr: Prédicat}}
//   object: {type: thing, description: {en: Object, fr: Objet}}
//   parts: {type: strings, description: {en: "Roles with what stands in them, as relationship type and IRI", fr: "Rôles et ce qui y figure, en type de relation et IRI"}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: Certainty, fr: Certitude}}
//   role: {type: concepts, description: {en: "Role values (kind of support, of presence …)", fr: "Valeurs de rôle (nature du soutien, de la présence …)"}}
//   figure: {type: number, description: {en: "Figure or amount", fr: "Chiffre ou montant"}}
//   date: {type: string, description: {en: Date, fr: Date}}
//   document: {type: refs, description: {en: Documents, fr: Documents}}
//   words: {type: strings, description: {en: "Its own words: detail, unit, status", fr: "Ses propres mots : précision, unité, statut"}}
//   around: {type: strings, description: {en: "Summaries of its commitment and paragraph", fr: "Résumés de son engagement et de son paragraphe"}}
//   concerns: {type: refs, description: {en: "What its commitment concerns, by whom and to whom", fr: "Ce que concerne son engagement, de qui et à qui"}}
//   named: {type: refs, description: {en: "What its paragraph names", fr: "Ce que nomme son paragraphe"}}
//   commitments: {type: commitments, description: {en: Commitments, fr: Engagements}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {of: wacap}
UNWIND $of AS one
MATCH (k:Entity {id: one})
OPTIONAL MATCH (k)<-[]-(direct:Statement)
WITH k, collect(DISTINCT direct.id) AS standing
OPTIONAL MATCH (k)<-[:CONCERNS|ADDRESSED_TO|COMMITTED_BY|REPORTED_BY]-(:Commitment)<-[:EXPRESSES]-(promised:Statement)
WITH k, standing, collect(DISTINCT promised.id) AS concerned
OPTIONAL MATCH (k)<-[:MENTIONS|REFERS_TO|IS_PART_OF]-(:Paragraph)<-[:HAD_PRIMARY_SOURCE]-(near:Statement)
WITH standing, concerned, collect(DISTINCT near.id) AS close
UNWIND standing + concerned + close AS id
WITH DISTINCT id
MATCH (s:Entity {id: id})
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:PREDICATE]->(predicate:Entity)
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(p:Paragraph)-[:IS_PART_OF]->(d:Entity)
WITH s, subject.id AS subject, object.id AS object, predicate.id AS predicate,
     collect(DISTINCT d.id) AS documents, collect(DISTINCT p.`summary@en`) + collect(DISTINCT p.`summary@fr`) AS summaries
WHERE $document IS NULL OR any(one IN $document WHERE one IN documents)
OPTIONAL MATCH (s)-[part]->(thing:Entity)
WHERE NOT type(part) IN ['SUBJECT', 'OBJECT', 'PREDICATE', 'HAD_PRIMARY_SOURCE', 'WAS_DERIVED_FROM', 'EXPRESSES', 'CONFLICTS_WITH']
WITH s, subject, object, predicate, documents, summaries, collect(DISTINCT type(part) + ' ' + thing.id) AS parts
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:MENTIONS|REFERS_TO]->(m:Entity)
WITH s, subject, object, predicate, documents, summaries, parts, collect(DISTINCT m.id) AS named
OPTIONAL MATCH (s)-[:EXPRESSES]->(c:Commitment)
WITH s, subject, object, predicate, documents, summaries, parts, named, collect(DISTINCT c.id) AS commitments,
     collect(DISTINCT c.`summary@en`) + collect(DISTINCT c.`summary@fr`) AS promises
OPTIONAL MATCH (s)-[:EXPRESSES]->(:Commitment)-[:CONCERNS|ADDRESSED_TO|COMMITTED_BY|REPORTED_BY]->(x:Entity)
WITH s, subject, object, predicate, documents, summaries, parts, named, commitments, promises,
     collect(DISTINCT x.id) AS concerns
RETURN s.id AS statement, subject AS subject, predicate AS predicate, object AS object,
       parts AS parts, s.status AS status, s.certainty AS certainty,
       [r IN (coalesce(([] + s.supportRole), []) + coalesce(([] + s.presence), []) + coalesce(([] + s.`as`), []))
        WHERE r IS NOT NULL] AS role,
       coalesce(s.figure, s.amount) AS figure,
       coalesce(s.date, s.validFrom) AS date, documents AS document,
       [w IN (coalesce(([] + s.`detail@en`), []) + coalesce(([] + s.`detail@fr`), [])
         + coalesce(([] + s.`statusDetail@en`), []) + coalesce(([] + s.`statusDetail@fr`), [])
         + coalesce(([] + s.`unit@en`), []) + coalesce(([] + s.`unit@fr`), [])
         + coalesce(([] + s.`period@en`), []) + coalesce(([] + s.`period@fr`), [])) WHERE w IS NOT NULL] AS words,
       summaries + promises AS around, concerns AS concerns, named AS named,
       commitments AS commitments, [s.id] AS evidence
ORDER BY statement
