MATCH (n:__SET__)
SET n:Entity__LABELS__
REMOVE n:Staged:__SET__
