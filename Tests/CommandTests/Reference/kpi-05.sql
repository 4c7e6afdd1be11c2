-- KPI 5: full-time teachers abroad as exchange teachers, distinct persons.
CREATE TEMP TABLE kpi_05 AS
SELECT e.*, t.gender, t.college,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN capacity <> 'exchange_teacher' THEN 'exchange-teacher'
    WHEN country = 'TW' THEN 'abroad'
    WHEN t.staff_id IS NULL THEN 'unknown-person'
    WHEN NOT t.full_time_teacher THEN 'full-time-teacher'
  END AS rule
FROM faculty_exchanges e JOIN period
LEFT JOIN teacher_on t ON t.staff_id = e.staff_id AND t.day = e.begins;

INSERT INTO outcome SELECT 'kpi-05', row, staff_id, rule FROM kpi_05;

INSERT INTO dimension
SELECT 'kpi-05', 'country', country, staff_id FROM kpi_05 WHERE rule IS NULL
UNION ALL SELECT 'kpi-05', 'gender', gender, staff_id FROM kpi_05 WHERE rule IS NULL
UNION ALL SELECT 'kpi-05', 'college', college, staff_id FROM kpi_05 WHERE rule IS NULL;
