// title: {en: "Figures and amounts about things", fr: "Chiffres et montants sur des choses"}
// description:
//   en: "Statements with a figure or an amount that name all the things asked about, in any part. Several can describe one funding event or one measurement: count it once, never add rows up."
//   fr: "Énoncés avec un chiffre ou un montant qui nomment toutes les choses demandées, où que ce soit. Plusieurs peuvent décrire un même financement ou une même mesure : le compter une fois, ne jamais additionner."
// parameters:
//   about: {type: ids, required: true, description: {en: All of these must be named, fr: Toutes doivent être nommées}}
//   money: {type: boolean, description: {en: "Only amounts (true), or only other figures (false)", fr: "Seulement des montants (true), ou seulement d’autres chiffres (false)"}}
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
// example: {about: eutf}
UNWIND $about AS one
MATCH (k:Entity {id: one})<-[r]-(s:Statement)
WITH s, count(DISTINCT one) AS named
WHERE named = size($about) AND (s.figure IS NOT NULL OR s.amount IS NOT NULL)
WITH s, CASE WHEN s.amount IS NOT NULL THEN true
             WHEN s.`unit@en` IS NULL THEN false
             WHEN s.`unit@en` STARTS WITH 'EUR' OR s.`unit@en` STARTS WITH 'USD' THEN true ELSE false END AS is_money
WHERE $money IS NULL OR ($money AND is_money) OR (NOT $money AND NOT is_money)
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
