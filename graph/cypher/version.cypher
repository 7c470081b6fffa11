// The number of the last commit: what an ETag is made of.
MATCH (m:Meta {id: 'graph'}) WHERE m.version IS NOT NULL RETURN m.version AS version
