// title: {en: "How many statements", fr: "Combien d’énoncés"}
// description: {en: "All of them", fr: "Tous"}
// parameters:
//   after: {type: text, description: {en: Not used, fr: Sans objet}}
// columns:
//   total: {type: integer, description: {en: How many, fr: Combien}}
MATCH (n:Statement)
RETURN count(n) AS total
ORDER BY total
