// How many statements stand in each cell, of those wanted. A thing is not set against itself.
WITH __ROW__ AS row, __COLUMN__ AS column, status, certainty
WHERE row <> column AND ($rows IS NULL OR row IN $rows)
  AND ($columns IS NULL OR column IN $columns)
RETURN row, column, status, certainty, count(*) AS statements, [] AS first
