// The statements with anything in such a role: few beside all.
MATCH (s:Statement)-[:__ROLES__]->(:Entity)
WITH DISTINCT s
