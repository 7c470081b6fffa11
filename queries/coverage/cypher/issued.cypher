// When each document with paragraphs was issued.
MATCH (d:Document)
WHERE d.identifier IS NOT NULL
RETURN d.id AS id, d.identifier AS identifier,
       coalesce(d.issued, d.`issued^^xsd:gYearMonth`, d.`issued^^xsd:gYear`) AS issued
ORDER BY identifier, id
