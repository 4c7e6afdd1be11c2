-- KPI 12: international books and portfolios of full-time teachers, distinct books.
CREATE TEMP TABLE kpi_12 AS
SELECT b.*,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN category NOT IN ('book', 'portfolio') THEN 'book-or-portfolio'
    WHEN reviewed = 'no' THEN 'reviewed'
    WHEN t.staff_id IS NULL THEN 'unknown-person'
    WHEN NOT t.full_time_teacher THEN 'full-time-teacher'
    WHEN publisher_country IN ('', 'TW') AND cross_border NOT IN ('foreign', 'both')
      THEN 'international'
  END AS rule
FROM books b JOIN period
LEFT JOIN teacher_on t ON t.staff_id = b.staff_id AND t.day = b.begins;

INSERT INTO outcome SELECT 'kpi-12', row, book, rule FROM kpi_12;

INSERT INTO dimension
SELECT 'kpi-12', 'category', category, book FROM kpi_12 WHERE rule IS NULL
UNION ALL SELECT 'kpi-12', 'publisher_country', publisher_country, book FROM kpi_12 WHERE rule IS NULL
UNION ALL SELECT 'kpi-12', 'language', language, book FROM kpi_12 WHERE rule IS NULL;
