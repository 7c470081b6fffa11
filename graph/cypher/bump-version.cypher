// Part of every commit, in the same transaction.
MERGE (m:Meta {id: 'graph'}) SET m.version = coalesce(m.version, 0) + 1 RETURN m.version AS version
