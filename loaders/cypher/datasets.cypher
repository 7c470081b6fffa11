// What has been loaded.
MATCH (d:Dataset)
RETURN d.id AS id, properties(d) AS properties
ORDER BY id
