// title: {en: Links between two things, fr: Liens entre deux choses}
// description:
//   en: "Chains of at most three statements between two things, shortest first: direct, through one thing, through two."
//   fr: "Chaînes d’au plus trois énoncés entre deux choses, les plus courtes d’abord : directes, par une chose, par deux."
// parameters:
//   from: {type: ids, required: true, description: {en: From one of these, fr: De l’une de celles-ci}}
//   to: {type: ids, required: true, description: {en: To one of these, fr: Vers l’une de celles-ci}}
//   length: {type: integer, minimum: 1, maximum: 3, default: 3, description: {en: Most statements in a chain, fr: Nombre maximal d’énoncés}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 50, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   nodes: {type: value, description: {en: "The things, in order", fr: "Les choses, dans l’ordre"}}
//   statements: {type: value, description: {en: "The statements, in order", fr: "Les énoncés, dans l’ordre"}}
//   stated: {type: boolean, description: {en: All are stated, fr: Tous énoncés}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {from: interpol, to: pcms}
CALL {
  UNWIND $from AS start UNWIND $to AS finish
  MATCH (a:Entity {id: start})-[r]-(b:Entity {id: finish})
  WHERE r.statement IS NOT NULL
  RETURN [a.id, b.id] AS nodes, [r.statement] AS statements, r.certainty = 'stated' AS stated
  UNION
  UNWIND $from AS start UNWIND $to AS finish
  MATCH (a:Entity {id: start})-[r1]-(m:Entity)-[r2]-(b:Entity {id: finish})
  WHERE $length >= 2 AND r1.statement IS NOT NULL AND r2.statement IS NOT NULL
    AND NOT m:SourceDocument AND NOT m:Theme AND NOT m:CrimeType AND m.id <> start AND m.id <> finish
  RETURN [a.id, m.id, b.id] AS nodes, [r1.statement, r2.statement] AS statements,
         r1.certainty = 'stated' AND r2.certainty = 'stated' AS stated
  UNION
  UNWIND $from AS start UNWIND $to AS finish
  MATCH (a:Entity {id: start})-[r1]-(m:Entity)
  WHERE $length >= 3 AND r1.statement IS NOT NULL AND NOT m:SourceDocument AND NOT m:Theme AND NOT m:CrimeType
    AND m.id <> start AND m.id <> finish
  MATCH (m)-[r2]-(n:Entity)
  WHERE r2.statement IS NOT NULL AND NOT n:SourceDocument AND NOT n:Theme AND NOT n:CrimeType
    AND n.id <> m.id AND n.id <> start AND n.id <> finish
  MATCH (n)-[r3]-(b:Entity {id: finish})
  WHERE r3.statement IS NOT NULL
  RETURN [a.id, m.id, n.id, b.id] AS nodes, [r1.statement, r2.statement, r3.statement] AS statements,
         r1.certainty = 'stated' AND r2.certainty = 'stated' AND r3.certainty = 'stated' AS stated
}
RETURN nodes AS nodes, statements AS statements, stated AS stated, statements AS evidence
ORDER BY size(nodes), CASE WHEN stated THEN 0 ELSE 1 END, nodes, statements
