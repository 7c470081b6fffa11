// The same with the first of them.
WITH __ROW__ AS row, __COLUMN__ AS column, status, certainty, statement
WHERE row <> column AND ($rows IS NULL OR row IN $rows)
  AND ($columns IS NULL OR column IN $columns)
WITH row, column, status, certainty, statement
ORDER BY row, column, statement
WITH row, column, status, certainty, collect(statement) AS statements
RETURN row, column, status, certainty, size(statements) AS statements, statements[..$most] AS first
