// How many statements stand in each cell. A thing is not set against itself.
WITH __ROW__ AS row, __COLUMN__ AS column, status, certainty
WHERE row <> column
RETURN row, column, status, certainty, count(*) AS statements
