// title: {en: Paragraphs that mention a thing, fr: Paragraphes qui mentionnent une chose}
// description: {en: By name or by reference, fr: Par son nom ou par renvoi}
// parameters:
//   id: {type: id, required: true, description: {en: Thing, fr: Chose}}
// columns:
//   paragraph: {type: string, description: {en: Paragraph, fr: Paragraphe}}
//   relationships: {type: strings, description: {en: How, fr: Comment}}
// example: {id: jit}
MATCH (p:Paragraph)-[r:MENTIONS|REFERS_TO]->(:Entity {id: $id})
RETURN p.id AS paragraph, collect(DISTINCT type(r)) AS relationships
ORDER BY paragraph
