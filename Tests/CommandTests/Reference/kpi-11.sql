-- KPI 11: teachers, researchers, postdocs and doctoral students up to 45 in cooperation, events.
-- The age by month and day as text makes a person born on 29 February older on 1 March.
CREATE TEMP TABLE kpi_11 AS
SELECT v.*,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN role NOT IN ('teacher', 'researcher', 'postdoc', 'doctoral_student') THEN 'role'
    WHEN kind = 'other' THEN 'kind'
    WHEN kind IN ('short_visit', 'field_research') AND country = 'TW' THEN 'abroad'
    WHEN CAST(substr(begins, 1, 4) AS INTEGER) - CAST(substr(birth_date, 1, 4) AS INTEGER)
      - (substr(begins, 6) < substr(birth_date, 6)) > 45 THEN 'age-45'
  END AS rule
FROM international_visits v JOIN period;

INSERT INTO outcome SELECT 'kpi-11', row, row, rule FROM kpi_11;

INSERT INTO dimension
SELECT 'kpi-11', 'role', role, row FROM kpi_11 WHERE rule IS NULL
UNION ALL SELECT 'kpi-11', 'kind', kind, row FROM kpi_11 WHERE rule IS NULL
UNION ALL SELECT 'kpi-11', 'country', country, row FROM kpi_11 WHERE rule IS NULL;
