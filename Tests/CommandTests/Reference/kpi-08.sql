-- KPI 8: dual-degree and foreign students at the headline reference date, and their union.
CREATE TEMP TABLE kpi_08 AS
WITH student AS (
  SELECT s.*, s.term IS h.term AS at_headline,
    dual_degree = 'yes'
      AND (required IS NULL OR home IS NULL OR partner IS NULL
        OR (home * 3 >= required AND partner * 3 >= required))
      AND (months IS NULL
        OR months >= CASE programme WHEN 'doctoral' THEN 24 ELSE 12 END * 1000000) AS is_dual,
    identity = 'foreign'
      AND (route = 'foreign_regulation' OR (route = 'general' AND prior_foreign_admission = 'yes'))
      AS is_foreign
  FROM students s LEFT JOIN headline h
)
SELECT *,
  CASE
    WHEN nationality = 'TW' OR second_nationality = 'TW' THEN 'non-roc'
    WHEN programme NOT IN ('master', 'doctoral') THEN 'master-or-doctoral'
    WHEN status <> 'enrolled' THEN 'enrolled'
    WHEN NOT is_dual AND NOT is_foreign THEN 'dual-degree-or-foreign'
  END AS rule
FROM student;

INSERT INTO outcome
SELECT 'kpi-08', row, student_id, CASE WHEN at_headline THEN rule ELSE 'reference-date' END FROM kpi_08;

INSERT INTO figure
SELECT 'kpi-08', 'dual_degree', count(DISTINCT student_id) FROM kpi_08
WHERE at_headline AND rule IS NULL AND is_dual
UNION ALL
SELECT 'kpi-08', 'foreign', count(DISTINCT student_id) FROM kpi_08
WHERE at_headline AND rule IS NULL AND is_foreign;

WITH counted AS (SELECT * FROM kpi_08 WHERE at_headline AND rule IS NULL)
INSERT INTO dimension
SELECT 'kpi-08', 'figure', 'dual_degree', student_id FROM counted WHERE is_dual
UNION ALL SELECT 'kpi-08', 'figure', 'foreign', student_id FROM counted WHERE is_foreign
UNION ALL SELECT 'kpi-08', 'programme', programme, student_id FROM counted
UNION ALL SELECT 'kpi-08', 'nationality', nationality, student_id FROM counted
UNION ALL SELECT 'kpi-08', 'gender', gender, student_id FROM counted;

INSERT INTO observation
SELECT 'kpi-08', r.day, count(DISTINCT s.student_id)
FROM reference r LEFT JOIN kpi_08 s ON s.term = r.term AND s.rule IS NULL
WHERE r.source = 'students' AND r.day NOT IN (SELECT day FROM headline)
GROUP BY r.day;
