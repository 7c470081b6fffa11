// Taken by every load at its start and held to its end: loads follow each other, and a lock that
// is a transaction vanishes with the process that held it. Bumps the version of the commit, too.
MERGE (m:Meta {id: 'graph'})
SET m.version = coalesce(m.version, 0) + 1
