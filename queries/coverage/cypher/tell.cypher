// The statements that tell of funding events, each with its cell.
WITH __ROW__ AS row, __COLUMN__ AS column, status, certainty, statement, events
WHERE row <> column AND ($rows IS NULL OR row IN $rows)
  AND ($columns IS NULL OR column IN $columns)
RETURN DISTINCT row, column, status, certainty, statement, events
