// Each initiative with each of its features: how often it is stated and how often implied.
WITH i.id AS initiative, f.id AS feature, type(v) AS type, v.certainty AS certainty
RETURN initiative, feature, type,
       sum(CASE certainty WHEN 'implied' THEN 0 ELSE 1 END) AS stated, count(*) AS statements
