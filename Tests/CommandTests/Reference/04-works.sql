-- publications, books and projects: every column checked. What is counted of the first two is the
-- article and the book, so a row without either identity is rejected. sources.md section 4.
CREATE TEMP TABLE checked_publications AS
SELECT x.rowid AS row,
  CASE WHEN doi <> '' THEN 'doi ' || doi WHEN article_no <> '' THEN 'no ' || article_no END AS article,
  journal, indexes, cross_border, partner_countries, partner_institutions,
  format('%04d-%02d-01', CAST(year AS INTEGER), CAST(month AS INTEGER)) AS begins,
  fault <> ''
    OR (doi = '' AND article_no = '')
    OR indexes NOT IN (SELECT text FROM canonical_set)
    OR indexes IN (SELECT text FROM invalid_set WHERE list = 'index_database')
    OR year GLOB '*[^0-9]*' OR CAST(year AS INTEGER) NOT BETWEEN 1900 AND 9999
    OR month GLOB '*[^0-9]*' OR CAST(month AS INTEGER) NOT BETWEEN 1 AND 12
    OR cross_border NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'cross_border')
    OR partner_countries IN (SELECT text FROM invalid_set WHERE list = 'countries') AS invalid,
  NULL AS key,
  NULL AS same
FROM raw_publications x;

CREATE TEMP TABLE checked_books AS
SELECT x.rowid AS row,
  CASE WHEN isbn <> '' THEN 'isbn ' || isbn WHEN book_no <> '' THEN 'no ' || book_no END AS book,
  staff_id, category, CASE reviewed WHEN '' THEN 'no' ELSE reviewed END AS reviewed, language,
  publisher_country, cross_border,
  format('%04d-%02d-01', CAST(year AS INTEGER), CAST(month AS INTEGER)) AS begins,
  fault <> ''
    OR (isbn = '' AND book_no = '')
    OR staff_id = ''
    OR category NOT IN (SELECT code FROM permitted WHERE list = 'book_category')
    OR reviewed NOT IN ('yes', 'no', '')
    OR publisher_country NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'countries')
    OR year GLOB '*[^0-9]*' OR CAST(year AS INTEGER) NOT BETWEEN 1900 AND 9999
    OR month GLOB '*[^0-9]*' OR CAST(month AS INTEGER) NOT BETWEEN 1 AND 12
    OR cross_border NOT IN (SELECT code FROM permitted_or_missing WHERE list = 'cross_border')
    AS invalid,
  NULL AS key,
  NULL AS same
FROM raw_books x;

CREATE TEMP TABLE checked_projects AS
SELECT x.rowid AS row, project_id, staff_id, kind,
  CASE via_school WHEN '' THEN 'no' ELSE via_school END AS via_school,
  partner_country, x."start" AS begins, x."end" AS ends,
  CASE home_approved WHEN '' THEN 'no' ELSE home_approved END AS home_approved,
  CASE partner_approved WHEN '' THEN 'no' ELSE partner_approved END AS partner_approved,
  fault <> ''
    OR project_id = ''
    OR staff_id = ''
    OR kind NOT IN (SELECT code FROM permitted WHERE list = 'project_kind')
    OR via_school NOT IN ('yes', 'no', '')
    OR partner_country NOT IN (SELECT code FROM permitted WHERE list = 'countries')
    OR x."start" NOT IN (SELECT iso FROM day)
    OR x."end" NOT IN (SELECT iso FROM day)
    OR x."end" < x."start"
    OR home_approved NOT IN ('yes', 'no', '')
    OR partner_approved NOT IN ('yes', 'no', '')
    OR (amount <> '' AND amount NOT IN (SELECT text FROM decimal)) AS invalid,
  project_id AS key,
  staff_id || char(31) || title || char(31) || kind || char(31)
    || CASE via_school WHEN '' THEN 'no' ELSE via_school END || char(31) || partner_country
    || char(31) || x."start" || char(31) || x."end" || char(31)
    || CASE home_approved WHEN '' THEN 'no' ELSE home_approved END || char(31)
    || CASE partner_approved WHEN '' THEN 'no' ELSE partner_approved END || char(31)
    || ifnull((SELECT canonical FROM decimal d WHERE d.text = amount), '') AS same
FROM raw_projects x;
