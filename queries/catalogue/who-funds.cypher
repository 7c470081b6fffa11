// title: {en: Who funds something, fr: Qui finance quelque chose}
// description:
//   en: >-
//     Who finances the thing asked about, one row a statement, with amount, status and funding event
//     where the document gives them. Several rows can describe one funding event: count each event
//     once, never add rows up. A joint amount is never handed down to a member of a group.
//   fr: >-
//     Qui finance la chose demandée, une ligne par énoncé, avec montant, statut et événement de
//     financement lorsque le document les donne. Plusieurs lignes peuvent décrire un même
//     financement : le compter une fois, ne jamais additionner les lignes. Un montant commun ne
//     revient jamais à un membre d’un groupe.
// parameters:
//   of: {type: id, required: true, description: {en: What is funded, fr: Ce qui est financé}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: Who funds, fr: Qui finance}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or what follows from it, fr: Ce que dit un document ou ce qui s’en déduit}}
//   amount: {type: number, description: {en: Amount in the currency, fr: Montant dans la devise}}
//   currency: {type: string, description: {en: ISO 4217 code, fr: Code ISO 4217}}
//   qualifier: {type: concepts, description: {en: "Up to, almost …", fr: "Jusqu’à, presque …"}}
//   funding_event: {type: things, description: {en: The event counted once, fr: Le financement à compter une fois}}
//   status: {type: string, description: {en: "Fact, promise, announcement …", fr: "Fait, promesse, annonce …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: The weakest of the chain, fr: La plus faible de la chaîne}}
//   rule: {type: string, enum: [GroupMembers, Judgement], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
//   statement: {type: statement, description: {en: The statement, fr: L’énoncé}}
//   premises: {type: premises, description: {en: Statements that an inferred row rests on, fr: Énoncés sur lesquels repose une ligne déduite}}
//   commitments: {type: commitments, description: {en: Commitments it belongs to, fr: Engagements dont il relève}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {of: aircop}
// rows: 2
MATCH (funder:Entity)-[v:FUNDS]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL AND v.status <> 'commended' AND ($status IS NULL OR v.status = $status)
WITH funder, v.statement AS statement
MATCH (s:Entity {id: statement})
OPTIONAL MATCH (s)-[:EXPRESSES]->(commitment:Entity)
WITH s, funder, collect(DISTINCT commitment.id) AS commitments
OPTIONAL MATCH (s)-[:FUNDING_EVENT]->(event:Entity)
WITH s, funder, commitments, collect(DISTINCT event.id) AS events
OPTIONAL MATCH (member:Entity)-[g:MEMBER_OF]->(funder)
WHERE funder:Group AND g.statement IS NOT NULL AND g.status = 'actual'
WITH s, funder, commitments, events,
     collect({actor: member.id, premise: g.statement, certainty: g.certainty}) AS members
UNWIND [{actor: funder.id, premise: null, certainty: 'stated'}]
       + [m IN members WHERE m.actor IS NOT NULL] AS link
WITH s, commitments, events, link.actor AS actor, link.premise AS membership,
     CASE WHEN link.premise IS NOT NULL THEN 'GroupMembers'
          WHEN s.certainty = 'implied' THEN 'Judgement' END AS rule,
     CASE WHEN s.certainty = 'implied' OR link.certainty = 'implied' THEN 'implied'
          ELSE 'stated' END AS certainty
RETURN actor AS actor,
       CASE WHEN rule IS NULL THEN 'stated' ELSE 'inferred' END AS tier,
       CASE WHEN membership IS NULL THEN s.amount END AS amount,
       CASE WHEN membership IS NULL THEN s.currency END AS currency,
       CASE WHEN membership IS NULL THEN s.figureQualifier END AS qualifier,
       events AS funding_event, s.status AS status, certainty AS certainty, rule AS rule,
       s.id AS statement,
       CASE rule WHEN 'GroupMembers' THEN [s.id, membership] WHEN 'Judgement' THEN [s.id] ELSE [] END AS premises,
       commitments AS commitments, [s.id] AS evidence
ORDER BY CASE WHEN rule IS NULL THEN 0 ELSE 1 END, actor, statement, membership
