// The direct edges that pass the filters; which ends they must have is put in from the table of
// dimensions, types from the stored predicates. Only for filters that the edge carries.
__FROM__
WHERE v.statement IS NOT NULL
  AND (__ENDS__)
  AND ($statuses IS NULL OR v.status IN $statuses)
  AND ($certainties IS NULL OR v.certainty IN $certainties)
  AND ($kinds IS NULL OR any(k IN labels(a) WHERE k IN $kinds)
       OR any(k IN labels(b) WHERE k IN $kinds))
  AND ($places IS NULL
       OR any(p IN coalesce(v.place, []) WHERE p IN $places)
       OR any(p IN coalesce(v.appliesTo, []) WHERE p IN $places)
       OR (type(v) IN $place_types AND b.id IN $places))
