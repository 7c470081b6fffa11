// title: {en: Commitments on a matter, fr: Engagements sur une question}
// description:
//   en: >-
//     Commitments, recommendations, requests, encouragements, acknowledgements and reported results
//     that concern the thing asked about, stand under it as a heading or are addressed to it. Inferred:
//     those that concern or address a class of countries it belongs to.
//   fr: >-
//     Engagements, recommandations, demandes, encouragements, reconnaissances et résultats rapportés
//     qui concernent la chose demandée, figurent sous elle comme titre ou lui sont adressés. Déduits :
//     ceux qui concernent une catégorie de pays dont elle relève ou s’y adressent.
// parameters:
//   on: {type: id, required: true, description: {en: "Thing, theme, place or heading", fr: "Chose, thème, lieu ou titre"}}
//   by: {type: id, description: {en: Only by this actor, fr: Seulement de cet acteur}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 100, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   commitment: {type: thing, description: {en: The commitment, fr: L’engagement}}
//   tier: {type: string, enum: [stated, inferred], description: {en: What a document says or what follows from it, fr: Ce que dit un document ou ce qui s’en déduit}}
//   actors: {type: things, description: {en: Who commits or reports, fr: Qui s’engage ou rapporte}}
//   addressees: {type: things, description: {en: To whom, fr: À qui}}
//   deadline: {type: date, description: {en: Due date, fr: Échéance}}
//   certainty: {type: string, enum: [stated, implied], description: {en: The weakest of the chain, fr: La plus faible de la chaîne}}
//   rule: {type: string, enum: [CountriesOfClass], description: {en: How an inferred row follows, fr: Comment une ligne déduite se déduit}}
//   premises: {type: premises, description: {en: Statements that put it in the class, fr: Énoncés qui la rangent dans la catégorie}}
//   statements: {type: refs, description: {en: Statements that express it, fr: Énoncés qui l’expriment}}
//   evidence: {type: evidence, description: {en: Paragraphs with their chapeau, fr: Paragraphes et leur chapeau}}
// example: {on: jit}
// rows: 3
MATCH (thing:Entity {id: $on})
OPTIONAL MATCH (thing)-[put:IN_COUNTRY_CLASS]->(class:Entity)
WHERE put.statement IS NOT NULL
WITH thing, collect({area: class.id, premise: put.statement, certainty: put.certainty}) AS classes
UNWIND [{area: thing.id, premise: null, certainty: 'stated'}] + classes AS reach
WITH reach.area AS area, collect(reach.premise) AS premises, collect(reach.certainty) AS certainties
WHERE area IS NOT NULL
MATCH (matter:Entity {id: area})
MATCH (c:Commitment)-[:CONCERNS|ADDRESSED_TO|SECTION]->(matter)
WITH DISTINCT c, premises, certainties
// What concerns it directly needs no premise: a second way to the same commitment is left out.
WITH c, collect({premises: premises, certainties: certainties}) AS ways
WITH c, CASE WHEN any(way IN ways WHERE size(way.premises) = 0) THEN [] ELSE
       reduce(found = [], way IN ways | found + way.premises) END AS premises,
     reduce(found = [], way IN ways | found + way.certainties) AS certainties
OPTIONAL MATCH (c)-[:COMMITTED_BY|REPORTED_BY]->(who:Entity)
WITH c, premises, certainties, collect(DISTINCT who.id) AS actors
WHERE $by IS NULL OR $by IN actors
OPTIONAL MATCH (c)-[:ADDRESSED_TO]->(whom:Entity)
WITH c, premises, certainties, actors, collect(DISTINCT whom.id) AS addressees
OPTIONAL MATCH (s:Statement)-[:EXPRESSES]->(c)
WITH c, premises, certainties, actors, addressees, collect(DISTINCT s.id) AS statements
RETURN c.id AS commitment,
       CASE size(premises) WHEN 0 THEN 'stated' ELSE 'inferred' END AS tier,
       actors AS actors, addressees AS addressees, c.deadline AS deadline,
       CASE WHEN c.certainty = 'implied' OR (size(premises) > 0 AND NOT 'stated' IN certainties)
            THEN 'implied' ELSE 'stated' END AS certainty,
       CASE WHEN size(premises) > 0 THEN 'CountriesOfClass' END AS rule,
       premises AS premises, statements AS statements, [c.id] AS evidence
ORDER BY CASE size(premises) WHEN 0 THEN 0 ELSE 1 END, commitment
