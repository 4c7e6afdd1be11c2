-- KPI 4: international master's and doctoral students at the headline reference date.
CREATE TEMP TABLE kpi_04 AS
SELECT s.*, s.term IS h.term AS at_headline,
  CASE
    WHEN nationality = 'TW' OR second_nationality = 'TW' THEN 'non-roc'
    WHEN programme NOT IN ('master', 'doctoral') THEN 'master-or-doctoral'
    WHEN status <> 'enrolled' THEN 'enrolled'
  END AS rule
FROM students s LEFT JOIN headline h;

INSERT INTO outcome
SELECT 'kpi-04', row, student_id, CASE WHEN at_headline THEN rule ELSE 'reference-date' END FROM kpi_04;

WITH counted AS (SELECT * FROM kpi_04 WHERE at_headline AND rule IS NULL)
INSERT INTO dimension
SELECT 'kpi-04', 'programme', programme, student_id FROM counted
UNION ALL SELECT 'kpi-04', 'nationality', nationality, student_id FROM counted
UNION ALL SELECT 'kpi-04', 'identity', identity, student_id FROM counted
UNION ALL SELECT 'kpi-04', 'gender', gender, student_id FROM counted
UNION ALL SELECT 'kpi-04', 'college', college, student_id FROM counted;

INSERT INTO observation
SELECT 'kpi-04', r.day, count(DISTINCT s.student_id)
FROM reference r LEFT JOIN kpi_04 s ON s.term = r.term AND s.rule IS NULL
WHERE r.source = 'students' AND r.day NOT IN (SELECT day FROM headline)
GROUP BY r.day;
