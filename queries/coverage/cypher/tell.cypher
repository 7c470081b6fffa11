// The statements that tell of funding events, each with its cell.
WITH __ROW__ AS row, __COLUMN__ AS column, status, certainty, statement, events
WHERE row <> column
RETURN DISTINCT row, column, status, certainty, statement, events
