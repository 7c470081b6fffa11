// For sets of keys too rare for a text of their own.
UNWIND $rows AS row
CREATE (n:Staged:$(row.set))
SET n = row.properties
RETURN collect(id(n)) AS numbers
