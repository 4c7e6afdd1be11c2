-- KPI 9: ROC master's and doctoral students abroad for study and exchange, distinct persons.
CREATE TEMP TABLE kpi_09 AS
SELECT m.*, s.programme, s.gender, s.college,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN country = 'TW' THEN 'abroad'
    WHEN kind IN ('competition', 'internship', 'dual_degree') THEN 'kind'
    WHEN s.student_id IS NULL THEN 'unknown-person'
    WHEN NOT s.roc_national THEN 'roc-national'
    WHEN s.programme NOT IN ('master', 'doctoral') THEN 'master-or-doctoral'
  END AS rule
FROM student_mobility m JOIN period
LEFT JOIN student_on s ON s.student_id = m.student_id AND s.day = m.begins;

INSERT INTO outcome SELECT 'kpi-09', row, student_id, rule FROM kpi_09;

INSERT INTO dimension
SELECT 'kpi-09', 'programme', programme, student_id FROM kpi_09 WHERE rule IS NULL
UNION ALL SELECT 'kpi-09', 'country', country, student_id FROM kpi_09 WHERE rule IS NULL
UNION ALL SELECT 'kpi-09', 'kind', kind, student_id FROM kpi_09 WHERE rule IS NULL
UNION ALL SELECT 'kpi-09', 'gender', gender, student_id FROM kpi_09 WHERE rule IS NULL
UNION ALL SELECT 'kpi-09', 'college', college, student_id FROM kpi_09 WHERE rule IS NULL;
