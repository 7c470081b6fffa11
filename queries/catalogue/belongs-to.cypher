// title: {en: What belongs to something, fr: Ce qui relève de quelque chose}
// description:
//   en: "Members, parts, countries of a class and what was set up within, through at most two steps, with the statements. A way of finding things: nothing said of the whole is said of them."
//   fr: "Membres, parties, pays d’une catégorie et ce qui a été établi au sein, en deux étapes au plus, avec les énoncés. Une façon de trouver des choses : rien de ce qui est dit du tout ne l’est d’elles."
// parameters:
//   of: {type: ids, required: true, description: {en: Of what, fr: De quoi}}
//   kinds: {type: text, description: {en: "Classes of which the answer must have one (State,Mission …)", fr: "Classes dont la réponse doit avoir une (State,Mission …)"}}
//   without_kinds: {type: text, description: {en: Classes that the answer must not have, fr: Classes que la réponse ne doit pas avoir}}
//   among: {type: ids, description: {en: Only answers among these, fr: Seulement des réponses parmi celles-ci}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 500, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   answer: {type: thing, description: {en: What belongs there, fr: Ce qui en relève}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or what follows from it, fr: Ce que dit un document ou ce qui s’en déduit}}
//   rule: {type: string, enum: [Judgement], description: {en: How it follows, fr: Comment cela se déduit}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, enum: [stated, implied], description: {en: The weakest of the chain, fr: La plus faible de la chaîne}}
//   statement: {type: ref, description: {en: The first statement, fr: Le premier énoncé}}
//   premises: {type: premises, description: {en: The statements of the chain, fr: Les énoncés de la chaîne}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {of: g5-sahel}
UNWIND $of AS whole
MATCH (top:Entity {id: whole})
MATCH (thing:Entity)-[v:MEMBER_OF|PART_OF|IN_COUNTRY_CLASS|ESTABLISHED_WITHIN]->(top)
WHERE v.statement IS NOT NULL
OPTIONAL MATCH (part:Entity)-[w:PART_OF]->(thing)
WHERE w.statement IS NOT NULL AND type(v) = 'PART_OF'
WITH v, thing, collect({id: part.id, statement: w.statement, certainty: w.certainty, status: w.status}) AS parts
UNWIND [{id: thing.id, chain: [v.statement], certainty: v.certainty, status: v.status}]
       + [p IN parts WHERE p.id IS NOT NULL | {id: p.id, chain: [p.statement, v.statement],
          certainty: CASE WHEN p.certainty = 'implied' THEN 'implied' ELSE v.certainty END, status: p.status}] AS found
WITH DISTINCT found.id AS id, found.chain AS chain, found.certainty AS certainty, found.status AS status
MATCH (answer:Entity {id: id})
WITH answer, labels(answer) AS kinds, chain, certainty, status
WHERE ($kinds IS NULL OR any(kind IN split($kinds, ',') WHERE kind IN kinds))
  AND ($without_kinds IS NULL OR NOT any(kind IN split($without_kinds, ',') WHERE kind IN kinds))
  AND ($among IS NULL OR answer.id IN $among)
RETURN answer.id AS answer,
       CASE WHEN certainty = 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       CASE WHEN certainty = 'implied' THEN 'Judgement' END AS rule,
       status AS status, certainty AS certainty, chain[0] AS statement, chain AS premises, chain AS evidence
ORDER BY tier DESC, answer, statement, size(premises), premises[size(premises) - 1]
