-- KPI 2: foreigners appointed as full-time teachers in the period, distinct persons.
CREATE TEMP TABLE kpi_02 AS
SELECT f.*,
  CASE
    WHEN employment NOT IN ('full_time', 'project') THEN 'full-time-teacher'
    -- Without a day to ask about it is open whether a person with a last day was still there.
    WHEN left_on <> '' AND (appointed_on = '' OR left_on < appointed_on) THEN 'full-time-teacher'
    WHEN nationality = 'TW' OR second_nationality = 'TW' THEN 'non-roc'
    WHEN appointed_on = '' OR appointed_on NOT BETWEEN first AND last THEN 'period'
  END AS rule
FROM faculty f, period;

INSERT INTO outcome SELECT 'kpi-02', row, staff_id, rule FROM kpi_02;

INSERT INTO dimension
SELECT 'kpi-02', 'rank', rank, staff_id FROM kpi_02 WHERE rule IS NULL
UNION ALL SELECT 'kpi-02', 'nationality', nationality, staff_id FROM kpi_02 WHERE rule IS NULL
UNION ALL SELECT 'kpi-02', 'scheme', scheme, staff_id FROM kpi_02 WHERE rule IS NULL
UNION ALL SELECT 'kpi-02', 'gender', gender, staff_id FROM kpi_02 WHERE rule IS NULL
UNION ALL SELECT 'kpi-02', 'college', college, staff_id FROM kpi_02 WHERE rule IS NULL;

-- Those in post on each reference date, whenever appointed.
INSERT INTO observation
SELECT 'kpi-02', r.day, count(DISTINCT f.staff_id)
FROM reference r
LEFT JOIN faculty f ON f.term = r.term AND f.employment IN ('full_time', 'project')
  AND (f.left_on = '' OR f.left_on >= r.day)
  AND f.nationality <> 'TW' AND f.second_nationality <> 'TW'
WHERE r.source = 'faculty'
GROUP BY r.day;
