// Only for loads larger than the cache of ids.
CREATE INDEX staged_id IF NOT EXISTS FOR (n:Staged) ON (n.id);
CALL db.awaitIndex('staged_id', 600);
