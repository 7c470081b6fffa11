// The actors of each set of asserted classes, named or not.
MATCH (a:Actor)
RETURN a.types AS types, collect(a.id) AS actors
