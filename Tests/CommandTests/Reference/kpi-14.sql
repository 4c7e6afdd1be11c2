-- KPI 14: cooperation projects with foreign partners that run in the period, distinct projects.
CREATE TEMP TABLE kpi_14 AS
SELECT p.*, t.college,
  CASE
    WHEN begins > last OR ends < first THEN 'period'
    WHEN partner_country = 'TW' THEN 'foreign-partner'
    WHEN kind = 'other' THEN 'kind'
    WHEN kind = 'joint_research' AND via_school = 'no' THEN 'via-school'
    WHEN kind = 'joint_research' AND t.staff_id IS NULL THEN 'unknown-person'
    WHEN kind = 'joint_research' AND NOT t.full_time_teacher THEN 'full-time-teacher'
    WHEN kind = 'bilateral' AND (home_approved = 'no' OR partner_approved = 'no') THEN 'both-approved'
  END AS rule
FROM projects p JOIN period
LEFT JOIN teacher_on t ON t.staff_id = p.staff_id AND t.day = p.begins;

INSERT INTO outcome SELECT 'kpi-14', row, project_id, rule FROM kpi_14;

INSERT INTO dimension
SELECT 'kpi-14', 'kind', kind, project_id FROM kpi_14 WHERE rule IS NULL
UNION ALL SELECT 'kpi-14', 'partner_country', partner_country, project_id FROM kpi_14 WHERE rule IS NULL
UNION ALL SELECT 'kpi-14', 'college', ifnull(college, ''), project_id FROM kpi_14 WHERE rule IS NULL;
