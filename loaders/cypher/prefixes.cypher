MATCH (p:Prefix)
RETURN p.id AS prefix, p.namespace AS namespace
ORDER BY prefix
