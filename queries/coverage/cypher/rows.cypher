// How many statements stand in each row.
WITH __ROW__ AS row, __COLUMN__ AS column
WHERE row <> column
RETURN row AS thing, count(*) AS statements
