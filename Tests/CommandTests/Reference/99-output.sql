-- kpi, what, key1, key2, number: tab separated and sorted by bytes. A tab or a line break inside a
-- key stands as \t or \n.
CREATE TEMP TABLE result(kpi TEXT, what TEXT, key1 TEXT, key2 TEXT, number INTEGER);

INSERT INTO result
SELECT kpi, 'status', CASE WHEN available THEN 'ok' ELSE 'unavailable' END, '', NULL FROM kpi
UNION ALL
SELECT kpi, 'value', '', '', (SELECT count(DISTINCT unit) FROM outcome o WHERE o.kpi = k.kpi AND rule IS NULL)
FROM kpi k WHERE available
UNION ALL
SELECT kpi, 'reference_date', day, '', NULL
FROM kpi JOIN headline WHERE available AND kpi IN ('kpi-04', 'kpi-08')
UNION ALL SELECT kpi, 'figure', key, '', number FROM figure JOIN kpi USING (kpi) WHERE available
UNION ALL SELECT kpi, 'observation', day, '', number FROM observation JOIN kpi USING (kpi) WHERE available
UNION ALL
SELECT kpi, 'breakdown', name, CASE value WHEN '' THEN 'unknown' ELSE value END AS label,
  count(DISTINCT unit)
FROM dimension JOIN kpi USING (kpi) WHERE available GROUP BY kpi, name, label
UNION ALL SELECT kpi, 'read', '', '', read FROM kpi JOIN tally USING (source) WHERE available
UNION ALL
SELECT kpi, 'rejected', '', '', rejected
  + (SELECT count(*) FROM outcome o WHERE o.kpi = k.kpi AND rule = 'unknown-person')
FROM kpi k JOIN tally USING (source) WHERE available
UNION ALL SELECT kpi, 'duplicates', '', '', duplicates FROM kpi JOIN tally USING (source) WHERE available
UNION ALL
SELECT kpi, 'counted', '', '', (SELECT count(*) FROM outcome o WHERE o.kpi = k.kpi AND rule IS NULL)
FROM kpi k WHERE available
UNION ALL
SELECT kpi, 'excluded', rule, '', count(*) FROM outcome JOIN kpi USING (kpi)
WHERE available AND rule <> 'unknown-person' GROUP BY kpi, rule
UNION ALL SELECT 'source:' || source, 'read', '', '', read FROM tally
UNION ALL SELECT 'source:' || source, 'rejected', '', '', rejected FROM tally
UNION ALL SELECT 'source:' || source, 'duplicates', '', '', duplicates FROM tally;

.mode list
.separator "\t" "\n"
.headers off
SELECT kpi, what, key1,
  replace(replace(replace(key2, char(13), '\r'), char(10), '\n'), char(9), '\t'), number
FROM result ORDER BY kpi, what, key1, key2;
