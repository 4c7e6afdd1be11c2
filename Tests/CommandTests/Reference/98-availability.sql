-- Which KPIs cannot be computed: a source or a column that one of their rules reads is missing, or
-- no reference date of the period has rows. sources.md section 1 and kpis.md, Words.
-- column '' stands for the source itself. Columns whose missing value has a meaning are not here
-- (left_on, second_nationality, own_only_countries, day_night, credits and months of a dual
-- degree), nor are those read only for a breakdown or an identity.
CREATE TEMP TABLE reads(kpi TEXT, source TEXT, "column" TEXT);
INSERT INTO reads VALUES
  ('kpi-01', 'publications', ''), ('kpi-01', 'publications', 'partner_institutions'),
  ('kpi-02', 'faculty', ''), ('kpi-02', 'faculty', 'appointed_on'),
  ('kpi-03', 'researchers', ''), ('kpi-03', 'researchers', 'employment'),
  ('kpi-03', 'researchers', 'appointed_on'),
  ('kpi-04', 'students', ''),
  ('kpi-05', 'faculty_exchanges', ''), ('kpi-05', 'faculty', ''),
  ('kpi-06', 'faculty_activities', ''), ('kpi-06', 'faculty', ''),
  ('kpi-06', 'faculty_activities', 'self_hosted'), ('kpi-06', 'faculty_activities', 'open_call'),
  ('kpi-06', 'faculty_activities', 'peer_review'),
  ('kpi-06', 'faculty_activities', 'participant_countries'),
  ('kpi-07', 'visiting_scholars', ''), ('kpi-07', 'visiting_scholars', 'open_call'),
  ('kpi-07', 'visiting_scholars', 'peer_review'),
  ('kpi-07', 'visiting_scholars', 'participant_countries'),
  ('kpi-08', 'students', ''), ('kpi-08', 'students', 'dual_degree'), ('kpi-08', 'students', 'route'),
  ('kpi-08', 'students', 'prior_foreign_admission'),
  ('kpi-09', 'student_mobility', ''), ('kpi-09', 'students', ''),
  ('kpi-10', 'student_mobility', ''), ('kpi-10', 'students', ''),
  ('kpi-11', 'international_visits', ''),
  ('kpi-12', 'books', ''), ('kpi-12', 'faculty', ''), ('kpi-12', 'books', 'reviewed'),
  ('kpi-12', 'books', 'publisher_country'), ('kpi-12', 'books', 'cross_border'),
  ('kpi-13', 'publications', ''), ('kpi-13', 'publications', 'cross_border'),
  ('kpi-13', 'publications', 'partner_countries'),
  ('kpi-14', 'projects', ''), ('kpi-14', 'faculty', ''), ('kpi-14', 'projects', 'via_school'),
  ('kpi-14', 'projects', 'home_approved'), ('kpi-14', 'projects', 'partner_approved');

CREATE TEMP TABLE kpi(kpi TEXT PRIMARY KEY, source TEXT, available INTEGER) WITHOUT ROWID;
INSERT INTO kpi(kpi, source) VALUES
  ('kpi-01', 'publications'), ('kpi-02', 'faculty'), ('kpi-03', 'researchers'),
  ('kpi-04', 'students'), ('kpi-05', 'faculty_exchanges'), ('kpi-06', 'faculty_activities'),
  ('kpi-07', 'visiting_scholars'), ('kpi-08', 'students'), ('kpi-09', 'student_mobility'),
  ('kpi-10', 'student_mobility'), ('kpi-11', 'international_visits'), ('kpi-12', 'books'),
  ('kpi-13', 'publications'), ('kpi-14', 'projects');

UPDATE kpi SET available =
  NOT EXISTS (
    SELECT 1 FROM reads r JOIN raw_absent a ON a.source = r.source AND a."column" = r."column"
    WHERE r.kpi = kpi.kpi)
  -- A programme column headed 等級別 without day_night cannot tell in-service masters.
  AND NOT (kpi IN ('kpi-04', 'kpi-08', 'kpi-09', 'kpi-10')
    AND ('students', 'programme=等級別') IN (SELECT source, "column" FROM raw_absent)
    AND ('students', 'day_night') IN (SELECT source, "column" FROM raw_absent))
  AND NOT (kpi IN ('kpi-04', 'kpi-08') AND NOT EXISTS (SELECT 1 FROM headline));
