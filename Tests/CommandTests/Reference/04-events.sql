-- faculty_exchanges, faculty_activities, visiting_scholars, student_mobility and
-- international_visits: every column checked, end before start rejected. An optional key column
-- without a value leaves the row without a key. sources.md sections 2 to 4.
CREATE TEMP TABLE checked_faculty_exchanges AS
SELECT x.rowid AS row, staff_id, capacity, country, x."start" AS begins, x."end" AS ends,
  fault <> ''
    OR staff_id = ''
    OR capacity NOT IN (SELECT code FROM permitted WHERE list = 'capacity')
    OR country NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR x."start" NOT IN (SELECT iso FROM day)
    OR x."end" NOT IN (SELECT iso FROM day)
    OR x."end" < x."start" AS invalid,
  NULL AS key,
  NULL AS same
FROM raw_faculty_exchanges x;

CREATE TEMP TABLE checked_faculty_activities AS
SELECT x.rowid AS row, staff_id, kind, location, country,
  CASE self_hosted WHEN '' THEN 'no' ELSE self_hosted END AS self_hosted,
  CASE open_call WHEN '' THEN 'no' ELSE open_call END AS open_call,
  CASE peer_review WHEN '' THEN 'no' ELSE peer_review END AS peer_review,
  participant_countries, x."start" AS begins, x."end" AS ends,
  fault <> ''
    OR staff_id = ''
    OR kind NOT IN (SELECT code FROM permitted WHERE list = 'activity_kind')
    OR location NOT IN (SELECT code FROM permitted WHERE list = 'location')
    OR country NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'countries')
    OR self_hosted NOT IN ('yes', 'no', '')
    OR open_call NOT IN ('yes', 'no', '')
    OR peer_review NOT IN ('yes', 'no', '')
    OR participant_countries IN (SELECT text FROM invalid_set WHERE list = 'countries')
    OR x."start" NOT IN (SELECT iso FROM day)
    OR x."end" NOT IN (SELECT iso FROM day)
    OR x."end" < x."start" AS invalid,
  CASE WHEN activity_id <> '' THEN activity_id || char(31) || staff_id END AS key,
  kind || char(31) || title || char(31) || location || char(31) || country || char(31)
    || CASE self_hosted WHEN '' THEN 'no' ELSE self_hosted END || char(31)
    || CASE open_call WHEN '' THEN 'no' ELSE open_call END || char(31)
    || CASE peer_review WHEN '' THEN 'no' ELSE peer_review END || char(31)
    || ifnull((SELECT canonical FROM canonical_set c WHERE c.text = participant_countries), '')
    || char(31) || x."start" || char(31) || x."end" AS same
FROM raw_faculty_activities x;

CREATE TEMP TABLE checked_visiting_scholars AS
SELECT x.rowid AS row, nationality, institution_country, capacity, kind, college,
  CASE open_call WHEN '' THEN 'no' ELSE open_call END AS open_call,
  CASE peer_review WHEN '' THEN 'no' ELSE peer_review END AS peer_review,
  participant_countries, own_only_countries, x."start" AS begins, x."end" AS ends,
  fault <> ''
    OR nationality NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR institution_country NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR capacity NOT IN (SELECT code FROM permitted WHERE list = 'capacity')
    OR kind NOT IN (SELECT code FROM permitted WHERE list = 'activity_kind')
    OR open_call NOT IN ('yes', 'no', '')
    OR peer_review NOT IN ('yes', 'no', '')
    OR participant_countries IN (SELECT text FROM invalid_set WHERE list = 'countries')
    OR own_only_countries IN (SELECT text FROM invalid_set WHERE list = 'countries')
    OR x."start" NOT IN (SELECT iso FROM day)
    OR x."end" NOT IN (SELECT iso FROM day)
    OR x."end" < x."start" AS invalid,
  CASE WHEN visit_id <> '' THEN visit_id END AS key,
  scholar_id || char(31) || name || char(31) || nationality || char(31) || institution_country
    || char(31) || institution || char(31) || capacity || char(31) || kind || char(31) || title
    || char(31) || CASE open_call WHEN '' THEN 'no' ELSE open_call END || char(31)
    || CASE peer_review WHEN '' THEN 'no' ELSE peer_review END || char(31)
    || ifnull((SELECT canonical FROM canonical_set c WHERE c.text = participant_countries), '')
    || char(31)
    || ifnull((SELECT canonical FROM canonical_set c WHERE c.text = own_only_countries), '')
    || char(31) || x."start" || char(31) || x."end" || char(31) || college AS same
FROM raw_visiting_scholars x;

CREATE TEMP TABLE checked_student_mobility AS
SELECT x.rowid AS row, student_id, kind, country, x."start" AS begins, x."end" AS ends,
  fault <> ''
    OR student_id = ''
    OR kind NOT IN (SELECT code FROM permitted WHERE list = 'mobility_kind')
    OR country NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR x."start" NOT IN (SELECT iso FROM day)
    OR x."end" NOT IN (SELECT iso FROM day)
    OR x."end" < x."start" AS invalid,
  CASE WHEN trip_id <> '' THEN trip_id || char(31) || student_id END AS key,
  kind || char(31) || country || char(31) || institution || char(31) || x."start" || char(31)
    || x."end" AS same
FROM raw_student_mobility x;

CREATE TEMP TABLE checked_international_visits AS
SELECT x.rowid AS row, person_id, role, birth_date, kind, country, x."start" AS begins, x."end" AS ends,
  fault <> ''
    OR person_id = ''
    OR role NOT IN (SELECT code FROM permitted WHERE list = 'visit_role')
    OR birth_date NOT IN (SELECT iso FROM day)
    OR kind NOT IN (SELECT code FROM permitted WHERE list = 'visit_kind')
    OR country NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR x."start" NOT IN (SELECT iso FROM day)
    OR x."end" NOT IN (SELECT iso FROM day)
    OR x."end" < x."start" AS invalid,
  CASE WHEN visit_id <> '' THEN visit_id || char(31) || person_id END AS key,
  role || char(31) || birth_date || char(31) || kind || char(31) || country || char(31) || x."start"
    || char(31) || x."end" AS same
FROM raw_international_visits x;
