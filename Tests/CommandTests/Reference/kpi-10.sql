-- KPI 10: ROC doctoral students in field research abroad for two weeks or more, distinct persons.
CREATE TEMP TABLE kpi_10 AS
SELECT m.*, s.gender, s.college,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN country = 'TW' THEN 'abroad'
    WHEN kind <> 'field_research' THEN 'field-research'
    WHEN s.student_id IS NULL THEN 'unknown-person'
    WHEN NOT s.roc_national THEN 'roc-national'
    WHEN s.programme <> 'doctoral' THEN 'doctoral'
    WHEN julianday(ends) - julianday(begins) + 1 < 14 THEN 'two-weeks'
  END AS rule
FROM student_mobility m JOIN period
LEFT JOIN student_on s ON s.student_id = m.student_id AND s.day = m.begins;

INSERT INTO outcome SELECT 'kpi-10', row, student_id, rule FROM kpi_10;

INSERT INTO dimension
SELECT 'kpi-10', 'country', country, student_id FROM kpi_10 WHERE rule IS NULL
UNION ALL SELECT 'kpi-10', 'gender', gender, student_id FROM kpi_10 WHERE rule IS NULL
UNION ALL SELECT 'kpi-10', 'college', college, student_id FROM kpi_10 WHERE rule IS NULL;
