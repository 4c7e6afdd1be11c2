"""The fourteen counts by DuckDB: EXPORTS CODES THREADS. Prints them as JSON."""

import json
import sys

import duckdb

from contract import FIRST, KEYS, LAST, SOURCES, columns, partners, words


def read(source, exports):
    """Reads, converts and validates one source, merges identical rows of a key and drops all of a
    key whose rows differ."""
    fields, joins, valid = [], [], []
    spelled = columns(source)
    for column in spelled:
        name, text = f'"{column.name}"', f'nullif(trim(r."{column.name}"), \'\')'
        value = {
            "t": text,
            "i": f"upper({text})",
            "b": f"upper(replace({text}, '-', ''))",
            "o": f"regexp_replace(lower({text}), '^(https?://(dx\\.)?doi\\.org/|doi:)', '')",
            "d": f"try_cast({text} AS DATE)",
            "y": f"try_cast({text} AS INTEGER)",
            "s": f"try_cast({text} AS INTEGER)",
            "Y": f"try_cast({text} AS INTEGER)",
            "M": f"try_cast({text} AS INTEGER)",
            "n": f"try_cast({text} AS DECIMAL(18, 6))",
        }.get(column.kind)
        if column.kind in "cf":
            kind, alias = column.list or "flag", f"w_{column.name}"
            joins.append(
                f"LEFT JOIN word {alias} ON {alias}.list = '{kind}'"
                f" AND {alias}.word = replace(lower({text}), '台', '臺')"
            )
            value = f"{alias}.code"
        if column.kind == "m":
            alias = f"s_{column.name}"
            joins.append(
                f"LEFT JOIN item_set {alias} ON {alias}.list = '{column.list}'"
                f" AND {alias}.text = {text}"
            )
            value = f"{alias}.codes"
            if column.list != "partners":
                valid.append(f"({text} IS NULL OR {alias}.complete)")
        elif column.kind not in "tiob":
            valid.append(f"({text} IS NULL OR {value} IS NOT NULL)")
        limits = {"y": (1, 199), "s": (1, 2), "Y": (1900, 9999), "M": (1, 12)}.get(column.kind)
        if limits:
            valid.append(f"{value} BETWEEN {limits[0]} AND {limits[1]}")
        if column.required:
            valid.append(f"{value} IS NOT NULL")
        if column.kind == "f":
            value = f"coalesce({value}, 'no') = 'yes'"
        elif column.missing:
            value = f"coalesce({value}, '{column.missing}')"
        fields.append(f"{value} AS {name}")
    names = [column.name for column in spelled]
    if "start" in names:
        valid.append(
            f"try_cast(trim(r.\"end\") AS DATE) >= try_cast(trim(r.\"start\") AS DATE)")
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    sets = [column for column in spelled if column.kind == "m"]
    raw = (
        f"read_csv('{exports}/{source}.csv', header = true, auto_detect = false, delim = ',',"
        f" quote = '\"', escape = '\"', columns = {{{types}}})"
    )
    if sets:
        database.execute(f"CREATE OR REPLACE TEMP TABLE raw AS FROM {raw}")
        raw = "raw"
        parts = " UNION ".join(
            f"SELECT '{column.list}' AS list, trim(\"{column.name}\") AS text FROM raw"
            f" WHERE trim(\"{column.name}\") <> ''"
            for column in sets
        )
        database.execute(
            f"""CREATE OR REPLACE TEMP TABLE item_set AS
            WITH item AS (SELECT list, text, unnest(string_split(text, ';')) AS item FROM ({parts}))
            SELECT i.list, i.text, list_sort(list(DISTINCT w.code) FILTER (w.code IS NOT NULL)) AS codes,
              count(w.code) = count(*) AS complete
            FROM item i LEFT JOIN word w
              ON w.list = i.list AND w.word = replace(lower(trim(i.item)), '台', '臺')
            WHERE trim(i.item) <> '' GROUP BY i.list, i.text"""
        )
    typed = (
        f"SELECT {', '.join(fields)} FROM {raw} r {' '.join(joins)}"
        f" WHERE {' AND '.join(valid) or 'true'}"
    )
    if source == "students":
        typed = f"""SELECT * REPLACE (CASE
          WHEN programme = 'master' AND day_night IN ('in_service', 'continuing') THEN 'master_in_service'
          WHEN programme = 'bachelor' AND day_night IN ('in_service', 'continuing')
            THEN 'bachelor_continuing'
          ELSE programme END AS programme) FROM ({typed})"""
    key = KEYS.get(source)
    if key:
        others = [name for name in names if name not in key]
        same = ", ".join(f'any_value("{name}") AS "{name}"' for name in others)
        row = ", ".join(f'"{name}"' for name in others)
        by = ", ".join(f'"{name}"' for name in key)
        has = " AND ".join(f'"{name}" IS NOT NULL' for name in key)
        typed = f"""WITH typed AS ({typed})
          SELECT {by}, {same} FROM typed WHERE {has} GROUP BY {by}
          HAVING min(hash({row})) = max(hash({row}))
          UNION ALL SELECT {by}, {row} FROM typed WHERE NOT ({has})"""
    database.execute(f"CREATE TABLE {source} AS {typed}")
    if "academic_year" in names:
        person = "student_id" if source == "students" else "staff_id"
        database.execute(
            f"CREATE VIEW {source}_term AS SELECT *, academic_year * 2 + semester AS term FROM {source}")
        database.execute(
            f"CREATE TABLE {source}_first AS SELECT {person}, arg_min(t, term) AS t"
            f" FROM (SELECT {person}, term, t FROM {source}_term t) GROUP BY {person}")


def looked_up(events, person, table):
    """Events with the person's row of the semester, else the latest earlier, else the first later."""
    return f"""(SELECT e.*, coalesce(p.t, n.t) AS person FROM (
        SELECT *, CASE WHEN month("start") >= 8 THEN (year("start") - 1911) * 2 + 1
          WHEN month("start") = 1 THEN (year("start") - 1912) * 2 + 1
          ELSE (year("start") - 1912) * 2 + 2 END AS asked FROM {events}) e
      ASOF LEFT JOIN (SELECT {person}, term, t FROM {table}_term t) p
        ON p.{person} = e.{person} AND e.asked >= p.term
      LEFT JOIN {table}_first n ON n.{person} = e.{person})"""


exports, codes, threads = sys.argv[1:4]
database = duckdb.connect()
database.execute(f"SET threads = {threads}")
database.execute("SET preserve_insertion_order = false")
database.execute("CREATE TABLE word (list VARCHAR, word VARCHAR, code VARCHAR)")
database.execute("INSERT INTO word SELECT unnest(?), unnest(?), unnest(?)",
                 [list(part) for part in zip(*words(codes))])
database.execute("CREATE TABLE partner (institution VARCHAR, first DATE, last DATE)")
database.executemany("INSERT INTO partner VALUES (?, ?, ?)", partners(codes))
for source in SOURCES:
    read(source, exports)

IN_PERIOD = f"BETWEEN DATE '{FIRST}' AND DATE '{LAST}'"
FOREIGN = "nationality <> 'TW' AND (second_nationality IS NULL OR second_nationality <> 'TW')"
TEACHER = """person IS NOT NULL AND person.employment IN ('full_time', 'project')
  AND (person.left_on IS NULL OR person.left_on >= "start")"""
ROC = "person IS NOT NULL AND (person.nationality = 'TW' OR coalesce(person.second_nationality, '') = 'TW')"
WITHIN = """"end" < "start" + INTERVAL 3 MONTH
  + CASE WHEN day("start" + INTERVAL 3 MONTH) < day("start") THEN INTERVAL 1 DAY ELSE INTERVAL 0 DAY END"""
HEADLINE = "academic_year = 114 AND semester = 1"
GRADUATE = f"{HEADLINE} AND {FOREIGN} AND programme IN ('master', 'doctoral') AND status = 'enrolled'"
ARTICLE = "coalesce('doi ' || doi, 'no ' || article_no)"
BOOK = "coalesce('isbn ' || isbn, 'no ' || book_no)"
works = {
    name: f"(SELECT *, make_date(year, month, 1) AS \"start\" FROM {name})"
    for name in ("publications", "books")
}
QUERIES = [
    f"""SELECT count(DISTINCT {ARTICLE}) FROM (
      SELECT *, unnest(partner_institutions) AS institution FROM {works['publications']})
      JOIN partner p USING (institution)
      WHERE "start" {IN_PERIOD} AND "start" BETWEEN p.first AND p.last""",
    f"""SELECT count(DISTINCT staff_id) FROM faculty WHERE employment IN ('full_time', 'project')
      AND (left_on IS NULL OR left_on >= appointed_on) AND {FOREIGN} AND appointed_on {IN_PERIOD}""",
    f"""SELECT count(DISTINCT staff_id) FROM researchers WHERE employment IN ('full_time', 'project')
      AND category <> 'assistant' AND {FOREIGN} AND appointed_on {IN_PERIOD}""",
    f"SELECT count(DISTINCT student_id) FROM students WHERE {GRADUATE}",
    f"""SELECT count(DISTINCT staff_id) FROM {looked_up('faculty_exchanges', 'staff_id', 'faculty')}
      WHERE "start" {IN_PERIOD} AND capacity = 'exchange_teacher' AND country <> 'TW' AND {TEACHER}""",
    f"""SELECT count(*) FROM {looked_up('faculty_activities', 'staff_id', 'faculty')}
      WHERE "start" {IN_PERIOD} AND {TEACHER}
      AND (kind <> 'conference_paper' OR (open_call AND peer_review))
      AND (kind NOT IN ('conference_paper', 'collaboration')
        OR len(coalesce(participant_countries, [])) >= 3)
      AND NOT (kind IN ('talk', 'workshop', 'lecture') AND location = 'domestic' AND self_hosted)
      AND (kind NOT IN ('talk', 'workshop') OR {WITHIN})""",
    f"""SELECT count(*) FROM visiting_scholars WHERE "start" {IN_PERIOD}
      AND institution_country <> 'TW' AND capacity NOT IN ('exchange_teacher', 'postdoc')
      AND (kind <> 'conference_paper' OR (open_call AND peer_review))
      AND (kind NOT IN ('conference_paper', 'collaboration')
        OR len(list_filter(coalesce(participant_countries, []),
          lambda c: NOT list_contains(coalesce(own_only_countries, []), c))) >= 3)
      AND (kind NOT IN ('talk', 'workshop') OR {WITHIN})""",
    f"""SELECT count(DISTINCT student_id) FROM students WHERE {GRADUATE} AND (
      (dual_degree AND (credits_required IS NULL OR credits_home IS NULL OR credits_partner IS NULL
          OR (credits_home * 3 >= credits_required AND credits_partner * 3 >= credits_required))
        AND (dual_months IS NULL OR dual_months >= CASE programme WHEN 'doctoral' THEN 24 ELSE 12 END))
      OR (identity = 'foreign' AND (coalesce(route, '') = 'foreign_regulation'
        OR (coalesce(route, '') = 'general' AND prior_foreign_admission))))""",
    f"""SELECT count(DISTINCT student_id) FROM {looked_up('student_mobility', 'student_id', 'students')}
      WHERE "start" {IN_PERIOD} AND country <> 'TW'
      AND kind NOT IN ('competition', 'internship', 'dual_degree') AND {ROC}
      AND person.programme IN ('master', 'doctoral')""",
    f"""SELECT count(DISTINCT student_id) FROM {looked_up('student_mobility', 'student_id', 'students')}
      WHERE "start" {IN_PERIOD} AND country <> 'TW' AND kind = 'field_research' AND {ROC}
      AND person.programme = 'doctoral' AND "end" - "start" + 1 >= 14""",
    f"""SELECT count(*) FROM international_visits WHERE "start" {IN_PERIOD}
      AND role IN ('teacher', 'researcher', 'postdoc', 'doctoral_student') AND kind <> 'other'
      AND (kind NOT IN ('short_visit', 'field_research') OR country <> 'TW')
      AND year("start") - year(birth_date)
        - (strftime("start", '%m-%d') < strftime(birth_date, '%m-%d'))::INTEGER <= 45""",
    f"""SELECT count(DISTINCT {BOOK}) FROM {looked_up(works['books'], 'staff_id', 'faculty')}
      WHERE (isbn IS NOT NULL OR book_no IS NOT NULL) AND "start" {IN_PERIOD}
      AND category IN ('book', 'portfolio') AND reviewed AND {TEACHER}
      AND (coalesce(publisher_country, 'TW') <> 'TW' OR coalesce(cross_border, '') IN ('foreign', 'both'))""",
    f"""SELECT count(DISTINCT {ARTICLE}) FROM {works['publications']} WHERE "start" {IN_PERIOD}
      AND list_has_any(indexes, ['SCIE', 'SSCI', 'AHCI', 'EI', 'TSSCI', 'THCI'])
      AND (cross_border IN ('foreign', 'both') OR (cross_border IS NULL
        AND len(list_filter(coalesce(partner_countries, []),
          lambda c: c NOT IN ('TW', 'CN', 'HK', 'MO'))) > 0))""",
    f"""SELECT count(DISTINCT project_id) FROM {looked_up('projects', 'staff_id', 'faculty')}
      WHERE "start" <= DATE '{LAST}' AND "end" >= DATE '{FIRST}' AND partner_country <> 'TW'
      AND kind <> 'other' AND (kind <> 'joint_research' OR (via_school AND {TEACHER}))
      AND (kind <> 'bilateral' OR (home_approved AND partner_approved))""",
]
print(json.dumps([database.execute(query).fetchone()[0] for query in QUERIES]))
