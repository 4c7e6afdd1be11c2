-- KPI 7: visits of scholars who work abroad, events.
CREATE TEMP TABLE kpi_07 AS
SELECT v.*,
  CASE
    WHEN begins NOT BETWEEN first AND last THEN 'period'
    WHEN institution_country = 'TW' THEN 'institution-abroad'
    WHEN capacity IN ('exchange_teacher', 'postdoc') THEN 'not-exchange-or-postdoc'
    WHEN kind = 'conference_paper' AND open_call = 'no' THEN 'open-call'
    WHEN kind = 'conference_paper' AND peer_review = 'no' THEN 'peer-review'
    WHEN kind IN ('conference_paper', 'collaboration')
      AND (SELECT count(*) FROM member m WHERE m.text = v.participant_countries AND m.item NOT IN
        (SELECT item FROM member o WHERE o.text = v.own_only_countries)) < 3
      THEN 'three-countries'
    WHEN kind IN ('talk', 'workshop') AND ends >= d.three_months THEN 'three-months'
  END AS rule
FROM visiting_scholars v JOIN period JOIN day d ON d.iso = v.begins;

INSERT INTO outcome SELECT 'kpi-07', row, row, rule FROM kpi_07;

INSERT INTO dimension
SELECT 'kpi-07', 'kind', kind, row FROM kpi_07 WHERE rule IS NULL
UNION ALL SELECT 'kpi-07', 'nationality', nationality, row FROM kpi_07 WHERE rule IS NULL
UNION ALL
SELECT 'kpi-07', 'institution_country', institution_country, row FROM kpi_07 WHERE rule IS NULL
UNION ALL SELECT 'kpi-07', 'college', college, row FROM kpi_07 WHERE rule IS NULL;
