// A list a property, and one text for each set of keys and labels, is what Bolt and the planner do
// fastest.
UNWIND range(0, size($id) - 1) AS i
CREATE (n:Staged:__SET__ {id: $id[i]__PROPERTIES__})
RETURN collect(id(n)) AS numbers
