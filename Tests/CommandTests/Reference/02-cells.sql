-- The distinct dates, decimals and sets of all cells, each checked and taken apart once.

-- A date that exists comes back from date() as it went in; 30 February does not. Only a modifier
-- makes date() count the day anew: without one it returns its text unchecked.
CREATE TEMP TABLE day(
  iso TEXT PRIMARY KEY,
  term INTEGER,            -- ROC academic year * 2 + semester of the day
  three_months TEXT        -- the first day that is no longer within three months (民法 §121)
) WITHOUT ROWID;
WITH cell(text) AS (
  SELECT birth_date FROM raw_students
  UNION SELECT birth_date FROM raw_faculty
  UNION SELECT appointed_on FROM raw_faculty
  UNION SELECT left_on FROM raw_faculty
  UNION SELECT birth_date FROM raw_researchers
  UNION SELECT appointed_on FROM raw_researchers
  UNION SELECT left_on FROM raw_researchers
  UNION SELECT x."start" FROM raw_faculty_exchanges x
  UNION SELECT x."end" FROM raw_faculty_exchanges x
  UNION SELECT x."start" FROM raw_faculty_activities x
  UNION SELECT x."end" FROM raw_faculty_activities x
  UNION SELECT x."start" FROM raw_visiting_scholars x
  UNION SELECT x."end" FROM raw_visiting_scholars x
  UNION SELECT x."start" FROM raw_student_mobility x
  UNION SELECT x."end" FROM raw_student_mobility x
  UNION SELECT birth_date FROM raw_international_visits
  UNION SELECT x."start" FROM raw_international_visits x
  UNION SELECT x."end" FROM raw_international_visits x
  UNION SELECT x."start" FROM raw_projects x
  UNION SELECT x."end" FROM raw_projects x
  -- Publications and books happen on the first day of their month.
  UNION SELECT format('%04d-%02d-01', CAST(year AS INTEGER), CAST(month AS INTEGER)) FROM raw_publications
  UNION SELECT format('%04d-%02d-01', CAST(year AS INTEGER), CAST(month AS INTEGER)) FROM raw_books
), real(iso, year, month, day, later) AS (
  SELECT text, CAST(substr(text, 1, 4) AS INTEGER), CAST(substr(text, 6, 2) AS INTEGER),
    CAST(substr(text, 9, 2) AS INTEGER), date(text, 'start of month', '+3 months')
  FROM cell
  WHERE text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(text, '+0 days') = text
    AND text >= '1900-01-01'
)
INSERT INTO day
SELECT iso,
  CASE
    WHEN month >= 8 THEN (year - 1911) * 2 + 1
    WHEN month = 1 THEN (year - 1912) * 2 + 1
    ELSE (year - 1912) * 2 + 2
  END,
  CASE
    WHEN day <= CAST(strftime('%d', later, '+1 month', '-1 day') AS INTEGER)
      THEN date(later, '+' || (day - 1) || ' days')
    ELSE date(later, '+1 month')
  END
FROM real;

-- Decimals: no sign, digits with an optional fraction. Compared as text without idle zeros, counted
-- in millionths.
CREATE TEMP TABLE decimal(text TEXT PRIMARY KEY, canonical TEXT, millionths INTEGER) WITHOUT ROWID;
WITH cell(text) AS (
  SELECT credits_required FROM raw_students
  UNION SELECT credits_home FROM raw_students
  UNION SELECT credits_partner FROM raw_students
  UNION SELECT dual_months FROM raw_students
  UNION SELECT amount FROM raw_projects
), split(text, whole, fraction) AS (
  SELECT text, substr(text, 1, instr(text || '.', '.') - 1), substr(text, instr(text || '.', '.') + 1)
  FROM cell
  WHERE text GLOB '[0-9]*' AND text NOT GLOB '*[^0-9.]*' AND text NOT GLOB '*.*.*' AND text NOT GLOB '*.'
)
INSERT INTO decimal
SELECT text, ltrim(whole, '0') || '.' || rtrim(fraction, '0'),
  CAST(whole AS INTEGER) * 1000000 + CAST(substr(fraction || '000000', 1, 6) AS INTEGER)
FROM split;

-- Sets: the members of a cell, and the cell with its members in one order.
CREATE TEMP TABLE member(text TEXT, item TEXT, PRIMARY KEY (text, item)) WITHOUT ROWID;
WITH cell(text) AS (
  SELECT participant_countries FROM raw_faculty_activities
  UNION SELECT participant_countries FROM raw_visiting_scholars
  UNION SELECT own_only_countries FROM raw_visiting_scholars
  UNION SELECT indexes FROM raw_publications
  UNION SELECT partner_countries FROM raw_publications
  UNION SELECT partner_institutions FROM raw_publications
)
INSERT OR IGNORE INTO member
SELECT cell.text, trim(item.value)
FROM cell, json_each('[' || replace(json_quote(cell.text), ';', '","') || ']') item
WHERE trim(item.value) <> '';

CREATE TEMP TABLE canonical_set(text TEXT PRIMARY KEY, canonical TEXT) WITHOUT ROWID;
INSERT INTO canonical_set
SELECT text, group_concat(item, ';') FROM (SELECT text, item FROM member ORDER BY text, item) GROUP BY text;

-- Cells that hold an item outside their list.
CREATE TEMP TABLE invalid_set(list TEXT, text TEXT, PRIMARY KEY (list, text)) WITHOUT ROWID;
INSERT INTO invalid_set
SELECT DISTINCT 'countries', text FROM member
WHERE item NOT IN (SELECT code FROM permitted WHERE list = 'countries');
INSERT INTO invalid_set
SELECT DISTINCT 'index_database', text FROM member
WHERE item NOT IN (SELECT code FROM permitted WHERE list = 'index_database');
