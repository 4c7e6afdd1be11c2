-- students: every column checked, the programme derived. sources.md sections 2 to 4.
-- key: what makes rows the same person in the same semester. same: all columns, for telling
-- identical rows of a key from differing ones.
CREATE TEMP TABLE checked_students AS
WITH derived AS (
  SELECT s.rowid AS row, s.*,
    CASE
      WHEN programme = 'master' AND day_night IN ('in_service', 'continuing') THEN 'master_in_service'
      WHEN programme = 'bachelor' AND day_night IN ('in_service', 'continuing') THEN 'bachelor_continuing'
      ELSE programme
    END AS real_programme,
    CASE prior_foreign_admission WHEN '' THEN 'no' ELSE prior_foreign_admission END AS real_prior,
    CASE dual_degree WHEN '' THEN 'no' ELSE dual_degree END AS real_dual,
    required.millionths AS required, required.canonical AS required_text,
    home.millionths AS home, home.canonical AS home_text,
    partner.millionths AS partner, partner.canonical AS partner_text,
    months.millionths AS months, months.canonical AS months_text
  FROM raw_students s
  LEFT JOIN decimal required ON required.text = credits_required
  LEFT JOIN decimal home ON home.text = credits_home
  LEFT JOIN decimal partner ON partner.text = credits_partner
  LEFT JOIN decimal months ON months.text = dual_months
)
SELECT row,
  CAST(academic_year AS INTEGER) * 2 + CAST(semester AS INTEGER) AS term,
  student_id, gender, nationality, second_nationality, identity, route,
  real_prior AS prior_foreign_admission, real_programme AS programme, college, status,
  real_dual AS dual_degree, required, home, partner, months,
  fault <> ''
    OR academic_year GLOB '*[^0-9]*' OR CAST(academic_year AS INTEGER) NOT BETWEEN 1 AND 199
    OR semester GLOB '*[^0-9]*' OR CAST(semester AS INTEGER) NOT BETWEEN 1 AND 2
    OR student_id = ''
    OR gender NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'gender')
    OR (birth_date <> '' AND birth_date NOT IN (SELECT iso FROM day))
    OR nationality NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR second_nationality NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'countries')
    OR identity NOT IN (SELECT code FROM permitted WHERE list = 'identity')
    OR route NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'route')
    OR real_prior NOT IN ('yes', 'no')
    OR programme NOT IN (SELECT code FROM permitted WHERE list = 'programme')
    OR day_night NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'day_night')
    OR status NOT IN (SELECT code FROM permitted WHERE list = 'status')
    OR real_dual NOT IN ('yes', 'no')
    OR partner_country NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'countries')
    OR (credits_required <> '' AND required IS NULL)
    OR (credits_home <> '' AND home IS NULL)
    OR (credits_partner <> '' AND partner IS NULL)
    OR (dual_months <> '' AND months IS NULL) AS invalid,
  CAST(academic_year AS INTEGER) || char(31) || CAST(semester AS INTEGER) || char(31) || student_id AS key,
  name || char(31) || gender || char(31) || birth_date || char(31) || nationality || char(31)
    || second_nationality || char(31) || identity || char(31) || route || char(31) || real_prior
    || char(31) || real_programme || char(31) || day_night || char(31) || college || char(31)
    || department || char(31) || status || char(31) || real_dual || char(31) || partner_country
    || char(31) || partner_school || char(31) || ifnull(required_text, '') || char(31)
    || ifnull(home_text, '') || char(31) || ifnull(partner_text, '') || char(31)
    || ifnull(months_text, '') AS same
FROM derived;
