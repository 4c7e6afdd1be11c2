-- The period, the reference dates and the look-up of persons on a day. kpis.md, Words.
CREATE TEMP TABLE period AS SELECT p."from" AS first, p."to" AS last FROM raw_period p;

-- Reference dates in the period for which a semester table has rows.
CREATE TEMP TABLE reference AS
WITH semester(source, term) AS (
  SELECT 'students', term FROM students
  UNION SELECT 'faculty', term FROM faculty
  UNION SELECT 'researchers', term FROM researchers
), dated AS (
  SELECT source, term, CASE
      WHEN term % 2 = 1 THEN format('%04d-10-15', term / 2 + 1911)
      ELSE format('%04d-03-15', term / 2 - 1 + 1912)
    END AS day
  FROM semester
)
SELECT dated.* FROM dated, period WHERE day BETWEEN first AND last;

-- The headline: the latest 15 October, else the latest 15 March.
CREATE TEMP TABLE headline AS
SELECT term, day FROM reference WHERE source = 'students'
ORDER BY substr(day, 6) = '10-15' DESC, day DESC LIMIT 1;

-- The person's row of the semester of the day, else the latest earlier, else the earliest later.
CREATE INDEX temp.faculty_of_person ON faculty(staff_id, term);
CREATE INDEX temp.faculty_row ON faculty(row);
CREATE TEMP TABLE teacher_on(
  staff_id TEXT, day TEXT, full_time_teacher INTEGER, gender TEXT, college TEXT,
  PRIMARY KEY (staff_id, day)
) WITHOUT ROWID;
WITH asked(staff_id, day) AS (
  SELECT staff_id, begins FROM faculty_exchanges
  UNION SELECT staff_id, begins FROM faculty_activities
  UNION SELECT staff_id, begins FROM books
  UNION SELECT staff_id, begins FROM projects
), found AS (
  SELECT a.staff_id, a.day, ifnull(
      (SELECT f.row FROM faculty f WHERE f.staff_id = a.staff_id AND f.term <= d.term
        ORDER BY f.term DESC LIMIT 1),
      (SELECT f.row FROM faculty f WHERE f.staff_id = a.staff_id AND f.term > d.term
        ORDER BY f.term LIMIT 1)) AS row
  FROM asked a JOIN day d ON d.iso = a.day
)
INSERT INTO teacher_on
SELECT w.staff_id, w.day,
  f.employment IN ('full_time', 'project') AND (f.left_on = '' OR f.left_on >= w.day),
  f.gender, f.college
FROM found w JOIN faculty f ON f.row = w.row;

CREATE INDEX temp.students_of_person ON students(student_id, term);
CREATE INDEX temp.students_row ON students(row);
CREATE TEMP TABLE student_on(
  student_id TEXT, day TEXT, roc_national INTEGER, programme TEXT, gender TEXT, college TEXT,
  PRIMARY KEY (student_id, day)
) WITHOUT ROWID;
WITH found AS (
  SELECT a.student_id, a.day, ifnull(
      (SELECT s.row FROM students s WHERE s.student_id = a.student_id AND s.term <= d.term
        ORDER BY s.term DESC LIMIT 1),
      (SELECT s.row FROM students s WHERE s.student_id = a.student_id AND s.term > d.term
        ORDER BY s.term LIMIT 1)) AS row
  FROM (SELECT DISTINCT student_id, begins AS day FROM student_mobility) a JOIN day d ON d.iso = a.day
)
INSERT INTO student_on
SELECT w.student_id, w.day, s.nationality = 'TW' OR s.second_nationality = 'TW', s.programme,
  s.gender, s.college
FROM found w JOIN students s ON s.row = w.row;

-- What the KPIs fill in. rule: the first rule that fails, unknown-person for a look-up without a
-- row, NULL for a counted row. unit: what is counted distinct; an event is its own.
CREATE TEMP TABLE outcome(kpi TEXT, row INTEGER, unit TEXT, rule TEXT);
CREATE TEMP TABLE dimension(kpi TEXT, name TEXT, value TEXT, unit TEXT);
CREATE TEMP TABLE figure(kpi TEXT, key TEXT, number INTEGER);
CREATE TEMP TABLE observation(kpi TEXT, day TEXT, number INTEGER);
