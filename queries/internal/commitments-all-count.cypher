// title: {en: "How many commitments", fr: "Combien d’engagements"}
// description: {en: "All of them", fr: "Tous"}
// parameters:
//   after: {type: text, description: {en: Not used, fr: Sans objet}}
// columns:
//   total: {type: integer, description: {en: How many, fr: Combien}}
MATCH (n:Commitment)
RETURN count(n) AS total
ORDER BY total
