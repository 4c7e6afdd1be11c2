-- KPI 1: distinct articles with a benchmark partner in force on the first day of their month.
-- Names are compared without blanks, without case and with 台 as 臺; Unicode folding beyond ASCII
-- is out of SQL's reach.
CREATE TEMP TABLE partner_name AS
SELECT DISTINCT b.institution, b.country, b.valid_from, b.valid_to,
  replace(replace(replace(lower(trim(item.value)), ' ', ''), char(12288), ''), '台', '臺') AS word
FROM list_benchmark_partners b,
  json_each('[' || replace(json_quote(b.institution || ';' || b.aliases), ';', '","') || ']') item
WHERE trim(item.value) <> '';

CREATE TEMP TABLE named_partner AS
SELECT DISTINCT p.row, p.article, n.institution, n.country
FROM publications p
JOIN member m ON m.text = p.partner_institutions
JOIN partner_name n
  ON n.word = replace(replace(replace(lower(m.item), ' ', ''), char(12288), ''), '台', '臺')
  AND (n.valid_from = '' OR n.valid_from <= p.begins)
  AND (n.valid_to = '' OR n.valid_to >= p.begins);

INSERT INTO outcome
SELECT 'kpi-01', p.row, p.article,
  CASE
    WHEN p.begins NOT BETWEEN first AND last THEN 'period'
    WHEN p.row NOT IN (SELECT row FROM named_partner) THEN 'benchmark-partner'
  END
FROM publications p, period;

INSERT INTO dimension
SELECT 'kpi-01', 'partner', n.institution, n.article
FROM named_partner n JOIN outcome o ON o.kpi = 'kpi-01' AND o.row = n.row AND o.rule IS NULL
UNION ALL
SELECT 'kpi-01', 'country', n.country, n.article
FROM named_partner n JOIN outcome o ON o.kpi = 'kpi-01' AND o.row = n.row AND o.rule IS NULL;
