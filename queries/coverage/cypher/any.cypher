// All statements.
MATCH (s:Statement)
WITH s
