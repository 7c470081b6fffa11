// The first statements of the cells shown.
WITH __ROW__ AS row, __COLUMN__ AS column, statement
WHERE row <> column AND row IN $rows AND column IN $columns
WITH DISTINCT row, column, statement
ORDER BY row, column, statement
WITH row, column, collect(statement) AS statements
RETURN row, column, statements[..$most] AS statements
ORDER BY row, column
