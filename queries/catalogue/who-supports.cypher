// title: {en: Who supports something, fr: Qui soutient quelque chose}
// description:
//   en: >-
//     Actors that a document says support the thing asked about (or promise, offer, announce to: see
//     status), and apart from them those that follow: members of a supporting group. With a place,
//     only support whose statement names that place or a place in it, applies to a class of countries
//     it belongs to, or names no place. Presence, mention, thanks and praise are not support, and
//     nothing is handed down from an organisation to its parts.
//   fr: >-
//     Acteurs dont un document dit qu’ils soutiennent la chose demandée (ou le promettent, l’offrent,
//     l’annoncent : voir le statut), et à part ceux qui s’en déduisent : les membres d’un groupe qui
//     soutient. Avec un lieu, seul le soutien dont l’énoncé nomme ce lieu ou un lieu qui en fait
//     partie, s’applique à une catégorie de pays dont il relève, ou ne nomme aucun lieu. Présence,
//     mention, remerciements et éloges ne sont pas un soutien, et rien ne passe d’une organisation à
//     ses parties.
// parameters:
//   of: {type: id, required: true, description: {en: What is supported, fr: Ce qui est soutenu}}
//   place: {type: id, description: {en: Where the support must reach, fr: Où le soutien doit porter}}
//   role: {type: enum, scheme: SupportRoles, description: {en: Kind of support, fr: Nature du soutien}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: Who supports, fr: Qui soutient}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or what follows from it, fr: Ce que dit un document ou ce qui s’en déduit}}
//   role: {type: concepts, description: {en: Kinds of support, fr: Natures du soutien}}
//   status: {type: string, description: {en: "Fact, promise, offer …", fr: "Fait, promesse, offre …"}}
//   certainty: {type: string, enum: [stated, implied], description: {en: The weakest of the chain, fr: La plus faible de la chaîne}}
//   rule: {type: string, enum: [GroupMembers, Judgement], description: {en: "How it follows (Judgement: a reader's inference with its reason)", fr: "Comment cela se déduit (Judgement : inférence motivée d’un lecteur)"}}
//   place_basis:
//     type: map
//     description: {en: Why the place is included, fr: Pourquoi le lieu est inclus}
//     fields:
//       kind: {type: string, enum: [named, within, class, unlimited], description: {en: "Named, a place within it, a class of countries, or no place said", fr: "Nommé, un lieu qui en fait partie, une catégorie de pays, ou aucun lieu dit"}}
//       class: {type: things, description: {en: The class of countries, fr: La catégorie de pays}}
//       premises: {type: premises, description: {en: The statements that put the place there, fr: Les énoncés qui y rangent le lieu}}
//       certainty: {type: string, enum: [stated, implied], description: {en: Certainty of that step, fr: Certitude de cette étape}}
//   statements: {type: refs, description: {en: The supporting statements, fr: Les énoncés de soutien}}
//   premises: {type: premises, description: {en: Statements that an inferred row rests on, fr: Énoncés sur lesquels repose une ligne déduite}}
//   commitments: {type: commitments, description: {en: Commitments that these statements belong to, fr: Engagements dont relèvent ces énoncés}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {of: jit, place: niger}
// rows: 19
MATCH (supporter:Entity)-[v:SUPPORTS]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL AND v.status <> 'commended'
WITH supporter, v.statement AS statement
MATCH (s:Entity {id: statement})
WHERE $role IS NULL OR (s.supportRole IS NOT NULL AND $role IN ([] + s.supportRole))
// Where the statement holds.
OPTIONAL MATCH (s)-[:PLACE]->(named:Entity)
WITH s, supporter, collect(DISTINCT named.id) AS places
OPTIONAL MATCH (s)-[:APPLIES_TO]->(limited:Entity)
WITH s, supporter, places, collect(DISTINCT limited.id) AS classes
OPTIONAL MATCH (:Entity {id: $place})-[put:IN_COUNTRY_CLASS]->(class:Entity)
WHERE put.statement IS NOT NULL AND (class.id IN classes OR class.id IN places)
WITH s, supporter, places, classes, collect(DISTINCT class.id) AS in_classes,
     collect(DISTINCT put.statement) AS class_premises,
     collect(DISTINCT put.certainty) AS class_certainties
OPTIONAL MATCH (part:Entity)-[inside:PART_OF]->(:Entity {id: $place})
WHERE inside.statement IS NOT NULL AND part.id IN places
WITH s, supporter, places, classes, in_classes, class_premises, class_certainties,
     collect(DISTINCT inside.statement) AS part_premises, collect(DISTINCT inside.certainty) AS part_certainties
WITH s, supporter, in_classes, class_premises, class_certainties, part_premises, part_certainties,
     CASE
       WHEN $place IS NULL THEN 'unlimited'
       WHEN $place IN places OR $place IN classes THEN 'named'
       WHEN size(part_premises) > 0 THEN 'within'
       WHEN size(class_premises) > 0 THEN 'class'
       WHEN size(places) = 0 AND size(classes) = 0 THEN 'unlimited'
     END AS basis
WHERE basis IS NOT NULL
WITH s, supporter, basis,
     CASE basis WHEN 'class' THEN in_classes ELSE [] END AS basis_classes,
     CASE basis WHEN 'class' THEN class_premises WHEN 'within' THEN part_premises ELSE [] END AS basis_premises,
     CASE
       WHEN basis = 'class' AND NOT 'stated' IN class_certainties THEN 'implied'
       WHEN basis = 'within' AND NOT 'stated' IN part_certainties THEN 'implied'
       ELSE 'stated'
     END AS basis_certainty
OPTIONAL MATCH (s)-[:EXPRESSES]->(commitment:Entity)
WITH s, supporter, basis, basis_classes, basis_premises, basis_certainty,
     collect(DISTINCT commitment.id) AS commitments
// The supporter itself, then the members of a supporting group.
OPTIONAL MATCH (member:Entity)-[g:MEMBER_OF]->(supporter)
WHERE supporter:Group AND g.statement IS NOT NULL AND g.status = 'actual'
WITH s, supporter, basis, basis_classes, basis_premises, basis_certainty, commitments,
     collect({actor: member.id, premise: g.statement, certainty: g.certainty}) AS members
UNWIND [{actor: supporter.id, premise: null, certainty: 'stated'}]
       + [m IN members WHERE m.actor IS NOT NULL] AS link
WITH s, basis, basis_classes, basis_premises, basis_certainty, commitments,
     link.actor AS actor, link.premise AS membership,
     CASE WHEN link.premise IS NOT NULL THEN 'GroupMembers'
          WHEN s.certainty = 'implied' THEN 'Judgement' END AS rule,
     CASE WHEN s.certainty = 'implied' OR link.certainty = 'implied'
            OR (link.premise IS NOT NULL AND basis_certainty = 'implied') THEN 'implied'
          ELSE 'stated' END AS certainty
WITH actor, rule, s.status AS status, certainty, basis, basis_certainty,
     collect(DISTINCT s.id) AS statements, collect(DISTINCT membership) AS memberships,
     collect(CASE WHEN s.supportRole IS NULL THEN [] ELSE [] + s.supportRole END) AS roles,
     collect(basis_classes) AS all_classes, collect(basis_premises) AS all_premises,
     collect(commitments) AS all_commitments
WITH actor, rule, status, certainty, basis, basis_certainty, statements, memberships, roles,
     reduce(found = [], part IN all_classes | found + part) AS basis_classes,
     reduce(found = [], part IN all_premises | found + part) AS basis_premises,
     reduce(found = [], part IN all_commitments | found + part) AS commitments
RETURN actor AS actor,
       CASE WHEN rule IS NULL THEN 'stated' ELSE 'inferred' END AS tier,
       reduce(found = [], part IN roles | found + part) AS role,
       status AS status, certainty AS certainty, rule AS rule,
       CASE WHEN $place IS NULL THEN null
            ELSE {kind: basis, class: basis_classes, premises: basis_premises, certainty: basis_certainty}
       END AS place_basis,
       statements AS statements,
       CASE rule WHEN 'GroupMembers' THEN statements + memberships + basis_premises
                 WHEN 'Judgement' THEN statements + basis_premises
                 ELSE [] END AS premises,
       commitments AS commitments, statements AS evidence
ORDER BY CASE WHEN rule IS NULL THEN 0 ELSE 1 END, actor, status, certainty, rule, basis
