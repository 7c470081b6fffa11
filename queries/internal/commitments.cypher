// title: {en: Commitments by filter, fr: Engagements filtrés}
// description: {en: "Every filter may be left out (null)", fr: "Chaque filtre peut manquer (null)"}
// parameters:
//   actor: {type: id, description: {en: Who commits or reports, fr: Qui s’engage ou rapporte}}
//   addressee: {type: id, description: {en: To whom, fr: À qui}}
//   concerns: {type: id, description: {en: What it concerns, fr: Ce qu’il concerne}}
//   theme: {type: id, description: {en: Theme or heading, fr: Thème ou titre}}
//   document: {type: id, description: {en: Document, fr: Document}}
//   kind: {type: text, description: {en: Class, fr: Classe}}
//   has_deadline: {type: boolean, description: {en: With a due date, fr: Avec une échéance}}
//   has_figure: {type: boolean, description: {en: With a figure, fr: Avec un chiffre}}
//   after: {type: text, description: {en: The id before the first, fr: L’identifiant avant le premier}}
// columns:
//   id: {type: string, description: {en: IRI, fr: IRI}}
MATCH (c:Commitment)
WHERE ($after IS NULL OR c.id > $after)
  AND ($kind IS NULL OR $kind IN labels(c))
  AND ($has_deadline IS NULL OR (c.deadline IS NOT NULL) = $has_deadline)
  AND ($has_figure IS NULL OR EXISTS { MATCH (c)-[:INDICATOR]->(:Indicator) } = $has_figure)
  AND ($actor IS NULL OR EXISTS { MATCH (c)-[:COMMITTED_BY|REPORTED_BY]->(:Entity {id: $actor}) })
  AND ($addressee IS NULL OR EXISTS { MATCH (c)-[:ADDRESSED_TO]->(:Entity {id: $addressee}) })
  AND ($concerns IS NULL OR EXISTS { MATCH (c)-[:CONCERNS]->(:Entity {id: $concerns}) })
  AND ($theme IS NULL
       OR EXISTS { MATCH (c)-[:CONCERNS|SECTION|ALIGNED_WITH]->(:Entity {id: $theme}) })
  AND ($document IS NULL OR EXISTS {
        MATCH (c)-[:HAD_PRIMARY_SOURCE]->(:Paragraph)-[:IS_PART_OF]->(:Entity {id: $document}) })
RETURN c.id AS id
ORDER BY id
