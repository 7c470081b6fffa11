// What the counts need of an edge.
WITH a.id AS subject, b.id AS object, v.status AS status, v.certainty AS certainty,
     v.statement AS statement
