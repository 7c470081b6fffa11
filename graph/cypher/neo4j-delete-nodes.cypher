// The label goes first: Neo4j 5.26 goes on finding by index, and fails at, a node that was given
// its label and deleted in one transaction.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
REMOVE n:Entity
DETACH DELETE n
