// title: {en: "Funding events with their amounts", fr: "Financements et leurs montants"}
// description:
//   en: >-
//     Pledges, allocations and packages, each once however many statements tell of it: who gives, for
//     what, the amounts as printed with their qualifiers, and the statements. Several amounts mean
//     that the passages word or count it differently. Amounts of different events may overlap (a
//     package within a fund): nothing is added up.
//   fr: >-
//     Promesses, allocations et enveloppes, chacune une fois quel que soit le nombre d’énoncés qui en
//     parlent : qui donne, pour quoi, les montants tels qu’imprimés avec leurs qualificatifs, et les
//     énoncés. Plusieurs montants signifient que les passages le formulent ou le comptent autrement.
//     Des financements peuvent se recouper (une enveloppe au sein d’un fonds) : rien n’est
//     additionné.
// parameters:
//   by: {type: id, description: {en: "Only given by this actor or fund", fr: "Seulement donné par cet acteur ou ce fonds"}}
//   to: {type: id, description: {en: "Only for this thing", fr: "Seulement pour cette chose"}}
//   currency: {type: text, description: {en: "Only in this currency (ISO 4217: EUR, USD …)", fr: "Seulement dans cette devise (ISO 4217 : EUR, USD …)"}}
//   minimum: {type: number, minimum: 0, description: {en: Only from this amount on, fr: Seulement à partir de ce montant}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   funding_event: {type: thing, description: {en: "The event", fr: "Le financement"}}
//   funders: {type: things, description: {en: "Who gives", fr: "Qui donne"}}
//   funded: {type: things, description: {en: "For what", fr: "Pour quoi"}}
//   amounts: {type: strings, description: {en: "Amounts as printed, with currency", fr: "Montants tels qu’imprimés, avec la devise"}}
//   qualifiers: {type: concepts, description: {en: "Up to, more than …", fr: "Jusqu’à, plus de …"}}
//   statuses: {type: strings, description: {en: "Statuses of its statements", fr: "Statuts de ses énoncés"}}
//   conflict: {type: boolean, description: {en: "Its statements disagree", fr: "Ses énoncés se contredisent"}}
//   stated: {type: integer, description: {en: "Statements that a document makes", fr: "Énoncés que fait un document"}}
//   inferred: {type: integer, description: {en: "Statements that are judgements, marked implied", fr: "Énoncés qui sont des jugements, marqués implicites"}}
//   statements: {type: refs, description: {en: "All statements that tell of it", fr: "Tous les énoncés qui en parlent"}}
//   evidence: {type: evidence, description: {en: "Paragraphs with their chapeau", fr: "Paragraphes et leur chapeau"}}
// example: {to: g5-sahel-joint-force}
// rows: 1
MATCH (s:Statement)-[:FUNDING_EVENT]->(event:Entity)
WITH DISTINCT event
MATCH (s:Statement)-[:FUNDING_EVENT]->(event)
OPTIONAL MATCH (s)-[:CONFLICTS_WITH]-(other:Statement)
WITH event, s, count(other) AS conflicts
OPTIONAL MATCH (s)-[:SUBJECT]->(giver:Entity)
OPTIONAL MATCH (s)-[:OBJECT]->(target:Entity)
OPTIONAL MATCH (s)-[:PREDICATE]->(p:Entity)
WITH event, s, conflicts, giver.id AS giver, target.id AS target,
     p.id ENDS WITH '#funds' AS funds, coalesce(s.amount, s.`amount^^xsd:decimal`) AS amount
WITH event, collect(DISTINCT CASE WHEN funds THEN giver END) AS funders,
     collect(DISTINCT CASE WHEN funds THEN target END) AS funded,
     collect(DISTINCT CASE WHEN amount IS NOT NULL THEN toString(amount) + ' ' + s.currency END) AS amounts,
     collect(DISTINCT s.currency) AS currencies, max(toFloat(amount)) AS most,
     collect(coalesce([] + s.figureQualifier, [])) AS qualifiers, collect(DISTINCT s.status) AS statuses,
     sum(conflicts) AS conflicts, collect(DISTINCT s.id) AS statements,
     count(DISTINCT CASE WHEN s.certainty = 'stated' THEN s.id END) AS stated,
     count(DISTINCT CASE WHEN s.certainty = 'implied' THEN s.id END) AS inferred
WHERE ($by IS NULL OR $by IN funders) AND ($to IS NULL OR $to IN funded)
  AND ($currency IS NULL OR $currency IN currencies) AND ($minimum IS NULL OR most >= $minimum)
RETURN event.id AS funding_event, funders AS funders, funded AS funded, amounts AS amounts,
       reduce(found = [], part IN qualifiers | found + part) AS qualifiers, statuses AS statuses,
       conflicts > 0 AS conflict, stated AS stated, inferred AS inferred,
       statements AS statements, statements AS evidence
ORDER BY funding_event
