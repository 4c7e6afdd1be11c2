-- Keys: among the rows that are not rejected, identical rows of a key are one row, the first;
-- differing rows of a key are all rejected. sources.md section 2.
CREATE TEMP TABLE judged(source TEXT, row INTEGER, invalid INTEGER, key TEXT, same TEXT);
INSERT INTO judged SELECT 'students', row, invalid, key, same FROM checked_students;
INSERT INTO judged SELECT 'faculty', row, invalid, key, same FROM checked_faculty;
INSERT INTO judged SELECT 'researchers', row, invalid, key, same FROM checked_researchers;
INSERT INTO judged SELECT 'faculty_exchanges', row, invalid, key, same FROM checked_faculty_exchanges;
INSERT INTO judged SELECT 'faculty_activities', row, invalid, key, same FROM checked_faculty_activities;
INSERT INTO judged SELECT 'visiting_scholars', row, invalid, key, same FROM checked_visiting_scholars;
INSERT INTO judged SELECT 'student_mobility', row, invalid, key, same FROM checked_student_mobility;
INSERT INTO judged SELECT 'international_visits', row, invalid, key, same FROM checked_international_visits;
INSERT INTO judged SELECT 'publications', row, invalid, key, same FROM checked_publications;
INSERT INTO judged SELECT 'books', row, invalid, key, same FROM checked_books;
INSERT INTO judged SELECT 'projects', row, invalid, key, same FROM checked_projects;

-- Line breaks inside a value count as LF.
UPDATE judged SET same = replace(replace(same, char(13, 10), char(10)), char(13), char(10))
WHERE instr(same, char(13)) > 0;

CREATE TEMP TABLE verdict(source TEXT, row INTEGER, verdict TEXT, PRIMARY KEY (source, row)) WITHOUT ROWID;
WITH keyed AS (
  SELECT source, key, min(row) AS first, min(same) <> max(same) AS differing
  FROM judged WHERE NOT invalid AND key IS NOT NULL GROUP BY source, key
)
INSERT INTO verdict
SELECT j.source, j.row,
  CASE
    WHEN j.invalid THEN 'rejected'
    WHEN k.key IS NULL THEN 'kept'
    WHEN k.differing THEN 'rejected'
    WHEN j.row = k.first THEN 'kept'
    ELSE 'duplicate'
  END
FROM judged j LEFT JOIN keyed k ON k.source = j.source AND k.key = j.key;

CREATE TEMP TABLE students AS SELECT c.* FROM checked_students c
  JOIN verdict v ON v.source = 'students' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE faculty AS SELECT c.* FROM checked_faculty c
  JOIN verdict v ON v.source = 'faculty' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE researchers AS SELECT c.* FROM checked_researchers c
  JOIN verdict v ON v.source = 'researchers' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE faculty_exchanges AS SELECT c.* FROM checked_faculty_exchanges c
  JOIN verdict v ON v.source = 'faculty_exchanges' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE faculty_activities AS SELECT c.* FROM checked_faculty_activities c
  JOIN verdict v ON v.source = 'faculty_activities' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE visiting_scholars AS SELECT c.* FROM checked_visiting_scholars c
  JOIN verdict v ON v.source = 'visiting_scholars' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE student_mobility AS SELECT c.* FROM checked_student_mobility c
  JOIN verdict v ON v.source = 'student_mobility' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE international_visits AS SELECT c.* FROM checked_international_visits c
  JOIN verdict v ON v.source = 'international_visits' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE publications AS SELECT c.* FROM checked_publications c
  JOIN verdict v ON v.source = 'publications' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE books AS SELECT c.* FROM checked_books c
  JOIN verdict v ON v.source = 'books' AND v.row = c.row AND v.verdict = 'kept';
CREATE TEMP TABLE projects AS SELECT c.* FROM checked_projects c
  JOIN verdict v ON v.source = 'projects' AND v.row = c.row AND v.verdict = 'kept';

CREATE TEMP TABLE tally(
  source TEXT PRIMARY KEY, read INTEGER, rejected INTEGER, duplicates INTEGER
) WITHOUT ROWID;
INSERT INTO tally(source) VALUES
  ('students'),
  ('faculty'),
  ('researchers'),
  ('faculty_exchanges'),
  ('faculty_activities'),
  ('visiting_scholars'),
  ('student_mobility'),
  ('international_visits'),
  ('publications'),
  ('books'),
  ('projects');
UPDATE tally SET
  read = (SELECT count(*) FROM verdict v WHERE v.source = tally.source),
  rejected = (SELECT count(*) FROM verdict v WHERE v.source = tally.source AND verdict = 'rejected'),
  duplicates = (SELECT count(*) FROM verdict v WHERE v.source = tally.source AND verdict = 'duplicate');
