// title: {en: Members of something, fr: Membres de quelque chose}
// description:
//   en: >-
//     Who belongs to an organisation, a group, a network or a class of countries, one row a statement.
//     A row that other statements contradict names them in the statement's conflicts_with.
//   fr: >-
//     Qui appartient à une organisation, un groupe, un réseau ou une catégorie de pays, une ligne par
//     énoncé. Une ligne que d’autres énoncés contredisent les nomme dans conflicts_with.
// parameters:
//   of: {type: id, required: true, description: {en: Of what, fr: De quoi}}
//   status: {type: enum, scheme: Statuses, description: {en: Only with this status, fr: Seulement avec ce statut}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   actor: {type: thing, description: {en: The member, fr: Le membre}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or a judgement marked implied, fr: Ce que dit un document ou un jugement marqué implicite}}
//   quality: {type: concepts, description: {en: "In which quality (origin, transit, presidency …)", fr: "En quelle qualité (origine, transit, présidence …)"}}
//   status: {type: string, description: {en: Status, fr: Statut}}
//   certainty: {type: string, enum: [stated, implied], description: {en: Certainty, fr: Certitude}}
//   rule: {type: string, enum: [Judgement], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
//   conflict: {type: boolean, description: {en: Another statement contradicts it, fr: Un autre énoncé le contredit}}
//   statement: {type: statement, description: {en: The statement, fr: L’énoncé}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {of: g5-sahel}
// rows: 10
MATCH (member:Entity)-[v:MEMBER_OF|IN_COUNTRY_CLASS]->(:Entity {id: $of})
WHERE v.statement IS NOT NULL AND ($status IS NULL OR v.status = $status)
WITH member, v.statement AS statement
MATCH (s:Entity {id: statement})
OPTIONAL MATCH (s)-[:CONFLICTS_WITH]-(other:Statement)
WITH member, s, count(other) AS conflicts
RETURN member.id AS actor,
       CASE s.certainty WHEN 'implied' THEN 'inferred' ELSE 'stated' END AS tier,
       s.`as` AS quality, s.status AS status, s.certainty AS certainty,
       CASE s.certainty WHEN 'implied' THEN 'Judgement' END AS rule,
       conflicts > 0 AS conflict, s.id AS statement, [s.id] AS evidence
ORDER BY CASE s.certainty WHEN 'implied' THEN 1 ELSE 0 END, actor, statement
