// All that sums of rows and columns need of an edge.
WITH a.id AS subject, b.id AS object
