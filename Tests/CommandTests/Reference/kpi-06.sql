-- KPI 6: full-time teachers in international exchange, events.
CREATE TEMP TABLE kpi_06 AS
SELECT a.*, t.gender, t.college,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN t.staff_id IS NULL THEN 'unknown-person'
    WHEN NOT t.full_time_teacher THEN 'full-time-teacher'
    WHEN kind = 'conference_paper' AND open_call = 'no' THEN 'open-call'
    WHEN kind = 'conference_paper' AND peer_review = 'no' THEN 'peer-review'
    WHEN kind IN ('conference_paper', 'collaboration')
      AND (SELECT count(*) FROM member m WHERE m.text = a.participant_countries) < 3
      THEN 'three-countries'
    WHEN kind IN ('talk', 'workshop', 'lecture') AND location = 'domestic' AND self_hosted = 'yes'
      THEN 'not-self-hosted'
    WHEN kind IN ('talk', 'workshop') AND ends >= d.three_months THEN 'three-months'
  END AS rule
FROM faculty_activities a JOIN period JOIN day d ON d.iso = a.begins
LEFT JOIN teacher_on t ON t.staff_id = a.staff_id AND t.day = a.begins;

INSERT INTO outcome SELECT 'kpi-06', row, row, rule FROM kpi_06;

INSERT INTO dimension
SELECT 'kpi-06', 'kind', kind, row FROM kpi_06 WHERE rule IS NULL
UNION ALL SELECT 'kpi-06', 'location', location, row FROM kpi_06 WHERE rule IS NULL
UNION ALL SELECT 'kpi-06', 'gender', gender, row FROM kpi_06 WHERE rule IS NULL
UNION ALL SELECT 'kpi-06', 'college', college, row FROM kpi_06 WHERE rule IS NULL
UNION ALL SELECT 'kpi-06', 'country', country, row FROM kpi_06 WHERE rule IS NULL;
