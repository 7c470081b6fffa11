// Documents that are loaded, by their date.
MATCH (d:Document)
WHERE d.identifier IS NOT NULL AND ($documents IS NULL OR d.id IN $documents)
WITH d, coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`) AS date
WHERE date IS NOT NULL AND ($as_of IS NULL OR date <= $as_of)
RETURN d.id AS thing, date AS date, null AS until, [d.id] AS sources
ORDER BY date, thing
