// How many statements stand in each column.
WITH __ROW__ AS row, __COLUMN__ AS column
WHERE row <> column
RETURN column AS thing, count(*) AS statements
