-- KPI 13: articles in the six indexes with international co-authorship, distinct articles.
CREATE TEMP TABLE six_index AS
SELECT text, item FROM member WHERE item IN ('SCIE', 'SSCI', 'AHCI', 'EI', 'TSSCI', 'THCI');
CREATE TEMP TABLE abroad_set AS
SELECT DISTINCT text FROM member WHERE item NOT IN ('TW', 'CN', 'HK', 'MO');
CREATE TEMP TABLE neighbour_set AS
SELECT DISTINCT text FROM member WHERE item IN ('CN', 'HK', 'MO');

CREATE TEMP TABLE kpi_13 AS
SELECT p.*,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN indexes NOT IN (SELECT text FROM six_index) THEN 'index'
    WHEN cross_border <> '' AND cross_border NOT IN ('foreign', 'both') THEN 'international'
    WHEN cross_border = '' AND partner_countries NOT IN (SELECT text FROM abroad_set)
      THEN 'international'
  END AS rule
FROM publications p JOIN period;

INSERT INTO outcome SELECT 'kpi-13', row, article, rule FROM kpi_13;

INSERT INTO dimension
SELECT 'kpi-13', 'index', item, article FROM kpi_13 JOIN six_index ON text = indexes WHERE rule IS NULL
UNION ALL SELECT 'kpi-13', 'journal', journal, article FROM kpi_13 WHERE rule IS NULL;

-- Left out because the only partners are in China, Hong Kong or Macau; an article that counts by
-- another of its rows was not left out.
INSERT INTO figure
SELECT 'kpi-13', 'mainland_hk_macau_only', count(DISTINCT article)
FROM kpi_13
WHERE rule = 'international'
  AND (cross_border = 'mainland_hk_macau'
    OR (cross_border = '' AND partner_countries IN (SELECT text FROM neighbour_set)
      AND partner_countries NOT IN (SELECT text FROM abroad_set)))
  AND article NOT IN (SELECT article FROM kpi_13 WHERE rule IS NULL);
