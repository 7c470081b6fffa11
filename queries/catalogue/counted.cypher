// title: {en: "What is counted, by its unit", fr: "Ce qui est compté, selon son unité"}
// description:
//   en: "Statements that count something other than money, with the words of unit, detail and period. Several can describe one measurement: count it once, never add rows up."
//   fr: "Énoncés qui comptent autre chose que de l’argent, avec les mots de l’unité, du détail et de la période. Plusieurs peuvent décrire une même mesure : la compter une fois, ne jamais additionner."
// parameters:
//   document: {type: ids, description: {en: Only what these documents say, fr: Seulement ce que disent ces documents}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 200, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   statement: {type: ref, description: {en: The statement, fr: L’énoncé}}
//   subject: {type: thing, description: {en: Subject, fr: Sujet}}
//   predicate: {type: thing, description: {en: Predicate, fr: Prédicat}}
//   object: {type: thing, description: {en: Object, fr: Objet}}
//   amount: {type: number, description: {en: Amount in the currency, fr: Montant dans la devise}}
//   currency: {type: string, description: {en: ISO 4217 code, fr: Code ISO 4217}}
//   figure: {type: number, description: {en: Figure, fr: Chiffre}}
//   unit: {type: text, description: {en: Unit of the figure, fr: Unité du chiffre}}
//   unit_words: {type: strings, description: {en: "Words of unit, detail and period in both languages", fr: "Mots de l’unité, du détail et de la période dans les deux langues"}}
//   qualifier: {type: concepts, description: {en: "Up to, almost …", fr: "Jusqu’à, presque …"}}
//   period: {type: text, description: {en: Period, fr: Période}}
//   date: {type: string, description: {en: Date, fr: Date}}
//   status: {type: string, description: {en: "Fact, promise, announcement …", fr: "Fait, promesse, annonce …"}}
//   certainty: {type: string, description: {en: Certainty, fr: Certitude}}
//   event: {type: refs, description: {en: "Funding event or measurement, counted once", fr: "Financement ou mesure, à compter une fois"}}
//   parts: {type: refs, description: {en: Things in its roles, fr: Choses dans ses rôles}}
//   source: {type: refs, description: {en: Whose figure it is said to be, fr: De qui le chiffre est dit venir}}
//   conflicts: {type: refs, description: {en: Statements that contradict it, fr: Énoncés qui le contredisent}}
//   commitments: {type: commitments, description: {en: Commitments it belongs to, fr: Engagements dont il relève}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {document: ec-2017}
MATCH (s:Statement)
WHERE s.figure IS NOT NULL AND s.amount IS NULL AND s.`unit@en` IS NOT NULL
  AND NOT s.`unit@en` STARTS WITH 'EUR' AND NOT s.`unit@en` STARTS WITH 'USD'
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:PREDICATE]->(predicate:Entity)
OPTIONAL MATCH (s)-[:HAD_PRIMARY_SOURCE]->(p:Entity)-[:IS_PART_OF]->(document:Entity)
WITH s, subject.id AS subject, object.id AS object, predicate.id AS predicate,
     collect(DISTINCT document.id) AS documents
WHERE $document IS NULL OR any(one IN $document WHERE one IN documents)
OPTIONAL MATCH (s)-[part]->(thing:Entity)
WHERE NOT type(part) IN ['SUBJECT', 'OBJECT', 'PREDICATE', 'HAD_PRIMARY_SOURCE', 'WAS_DERIVED_FROM', 'EXPRESSES', 'CONFLICTS_WITH']
WITH s, subject, object, predicate, collect(DISTINCT {role: type(part), id: thing.id}) AS parts
OPTIONAL MATCH (s)-[:EXPRESSES]->(commitment:Entity)
WITH s, subject, object, predicate, parts, collect(DISTINCT commitment.id) AS commitments
OPTIONAL MATCH (s)-[:CONFLICTS_WITH]-(other:Statement)
WITH s, subject, object, predicate, parts, commitments, collect(DISTINCT other.id) AS conflicts
RETURN s.id AS statement, subject AS subject, predicate AS predicate, object AS object,
       s.amount AS amount, s.currency AS currency, s.figure AS figure,
       {en: s.`unit@en`, fr: s.`unit@fr`} AS unit,
       coalesce(([] + s.`unit@en`), []) + coalesce(([] + s.`unit@fr`), []) + coalesce(([] + s.`detail@en`), [])
         + coalesce(([] + s.`detail@fr`), []) + coalesce(([] + s.`period@en`), []) + coalesce(([] + s.`period@fr`), []) AS unit_words,
       s.figureQualifier AS qualifier, {en: s.`period@en`, fr: s.`period@fr`} AS period,
       s.date AS date, s.status AS status, s.certainty AS certainty,
       [p IN parts WHERE p.role IN ['FUNDING_EVENT', 'MEASUREMENT'] | p.id] AS event,
       [p IN parts WHERE p.id IS NOT NULL | p.id] AS parts,
       [p IN parts WHERE p.role = 'DATA_SOURCE' | p.id] AS source,
       conflicts AS conflicts, commitments AS commitments, [s.id] AS evidence
ORDER BY statement
