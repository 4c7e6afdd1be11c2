-- KPI 3: foreigners appointed as researchers in the period, assistants left out, distinct persons.
CREATE TEMP TABLE kpi_03 AS
SELECT r.*,
  CASE
    WHEN employment NOT IN ('full_time', 'project') THEN 'full-time'
    WHEN category = 'assistant' THEN 'not-assistant'
    WHEN nationality = 'TW' OR second_nationality = 'TW' THEN 'non-roc'
    WHEN appointed_on = '' OR appointed_on NOT BETWEEN first AND last THEN 'period'
  END AS rule
FROM researchers r, period;

INSERT INTO outcome SELECT 'kpi-03', row, staff_id, rule FROM kpi_03;

INSERT INTO dimension
SELECT 'kpi-03', 'category', category, staff_id FROM kpi_03 WHERE rule IS NULL
UNION ALL SELECT 'kpi-03', 'nationality', nationality, staff_id FROM kpi_03 WHERE rule IS NULL
UNION ALL SELECT 'kpi-03', 'scheme', scheme, staff_id FROM kpi_03 WHERE rule IS NULL
UNION ALL SELECT 'kpi-03', 'gender', gender, staff_id FROM kpi_03 WHERE rule IS NULL;

INSERT INTO observation
SELECT 'kpi-03', d.day, count(DISTINCT r.staff_id)
FROM reference d
LEFT JOIN researchers r ON r.term = d.term AND r.employment IN ('full_time', 'project')
  AND r.category <> 'assistant' AND (r.left_on = '' OR r.left_on >= d.day)
  AND r.nationality <> 'TW' AND r.second_nationality <> 'TW'
WHERE d.source = 'researchers'
GROUP BY d.day;
