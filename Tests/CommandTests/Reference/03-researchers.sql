-- researchers: every column checked; a missing employment is full_time, also between rows of a key.
-- sources.md sections 2 to 4.
CREATE TEMP TABLE checked_researchers AS
SELECT f.rowid AS row,
  CAST(academic_year AS INTEGER) * 2 + CAST(semester AS INTEGER) AS term,
  staff_id, gender, nationality, second_nationality,
  CASE employment WHEN '' THEN 'full_time' ELSE employment END AS employment,
  category, college, appointed_on, left_on, scheme,
  fault <> ''
    OR academic_year GLOB '*[^0-9]*' OR CAST(academic_year AS INTEGER) NOT BETWEEN 1 AND 199
    OR semester GLOB '*[^0-9]*' OR CAST(semester AS INTEGER) NOT BETWEEN 1 AND 2
    OR staff_id = ''
    OR gender NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'gender')
    OR (birth_date <> '' AND birth_date NOT IN (SELECT iso FROM day))
    OR nationality NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR second_nationality NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'countries')
    OR employment NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'employment')
    OR category NOT IN (SELECT code FROM permitted WHERE list = 'researcher_category')
    OR (appointed_on <> '' AND appointed_on NOT IN (SELECT iso FROM day))
    OR (left_on <> '' AND left_on NOT IN (SELECT iso FROM day))
    OR scheme NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'scheme') AS invalid,
  CAST(academic_year AS INTEGER) || char(31) || CAST(semester AS INTEGER) || char(31) || staff_id AS key,
  name || char(31) || gender || char(31) || birth_date || char(31) || nationality || char(31)
    || second_nationality || char(31) || CASE employment WHEN '' THEN 'full_time' ELSE employment END
    || char(31) || category || char(31) || college || char(31) || department || char(31) || appointed_on
    || char(31) || left_on || char(31) || scheme AS same
FROM raw_researchers f;
