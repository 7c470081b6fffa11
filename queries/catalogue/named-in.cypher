// title: {en: "What documents name", fr: "Ce que nomment des documents"}
// description: {en: "Things that paragraphs of the documents name or refer to, with the paragraphs. To be named is not to act or to be supported.", fr: "Choses que des paragraphes des documents nomment ou auxquelles ils renvoient, avec ces paragraphes. Être nommé n’est ni agir ni être soutenu."}
// parameters:
//   document: {type: ids, required: true, description: {en: Documents, fr: Documents}}
//   kinds: {type: text, description: {en: "Classes of which the thing must have one (State,Programme …)", fr: "Classes dont la chose doit avoir une (State,Programme …)"}}
//   without_kinds: {type: text, description: {en: Classes that the thing must not have, fr: Classes que la chose ne doit pas avoir}}
//   among: {type: ids, description: {en: Only things among these, fr: Seulement des choses parmi celles-ci}}
//   referred: {type: boolean, description: {en: "Also what is referred to without its name", fr: "Aussi ce à quoi on renvoie sans le nommer"}}
//   limit: {type: integer, minimum: 1, maximum: 1000, default: 500, description: {en: Rows a page, fr: Lignes par page}}
// columns:
//   answer: {type: thing, description: {en: What is named, fr: Ce qui est nommé}}
//   evidence: {type: evidence, description: {en: Paragraphs, fr: Paragraphes}}
// example: {document: niamey-2018, kinds: Mission}
UNWIND $document AS source
MATCH (d:Entity {id: source})<-[:IS_PART_OF]-(p:Paragraph)
MATCH (p)-[m:MENTIONS|REFERS_TO]->(thing:Entity)
WHERE type(m) = 'MENTIONS' OR coalesce($referred, false)
WITH thing, labels(thing) AS kinds, p
WHERE ($kinds IS NULL OR any(kind IN split($kinds, ',') WHERE kind IN kinds))
  AND ($without_kinds IS NULL OR NOT any(kind IN split($without_kinds, ',') WHERE kind IN kinds))
  AND ($among IS NULL OR thing.id IN $among)
WITH thing.id AS answer, collect(DISTINCT p.id) AS evidence
RETURN answer AS answer, evidence AS evidence
ORDER BY answer
