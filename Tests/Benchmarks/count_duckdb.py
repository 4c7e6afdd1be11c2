"""The fourteen counts by DuckDB: EXPORTS CODES THREADS. Prints them as JSON."""

import json
import sys

import duckdb

from contract import FIRST, KEYS, LAST, READ, SOURCES, columns, partners, words

NUMBERS = {"y": "UTINYINT", "s": "UTINYINT", "Y": "USMALLINT", "M": "UTINYINT", "n": "DECIMAL(18, 6)"}
LIMITS = {"y": (1, 199), "s": (1, 2), "Y": (1900, 9999), "M": (1, 12)}
MISSING = ["", "-", "－", "—", "NULL"]
# An eighth of the default: both threads have something to read in a file of a few MiB, and memory
# is that much less; what reading a large file costs stays the same.
BUFFER = 4_000_000


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def listed(texts):
    return ", ".join(map(literal, texts))


def name(column):
    return f'"{column}"'


def names(found):
    return ", ".join(map(name, found))


def declare(database, codes):
    """Three things of each code list: an enum of its words, an enum of its codes, and a variable that
    holds the code of each word. A cast to an enum looks a word up at a third of a join's cost, and a
    code takes one byte of a table."""
    for kind, found in words(codes).items():
        database.execute(
            f"CREATE TYPE word_{kind} AS ENUM ({listed(found)});"
            f"CREATE TYPE code_{kind} AS ENUM ({listed(dict.fromkeys(found.values()))})")
        database.execute(f"SET VARIABLE {kind} = ?::code_{kind}[]", [list(found.values())])
    values = ", ".join(f"({listed(partner)})" for partner in partners(codes))
    database.execute(
        "CREATE TABLE partner AS SELECT word, since::DATE AS since, until::DATE AS until"
        f" FROM (VALUES {values}) p(word, institution, since, until)")


def fold(text):
    return f"replace(lower(trim({text})), '台', '臺')"


def code(text, kind):
    """The code of a word. Folding costs more than looking up, so only what is not found is folded."""
    word = f"coalesce(try_cast({text} AS word_{kind}), try_cast({fold(text)} AS word_{kind}))"
    return f"list_extract(getvariable('{kind}'), enum_code({word}) + 1)"


def converted(column):
    text = name("raw_" + column.name)
    if column.kind in "cf":
        value = code(text, column.list or "flag")
        return f"coalesce({value}, {literal(column.missing)})" if column.missing else value
    if column.kind == "m":
        items = f"list_filter(string_split({text}, ';'), lambda item: trim(item) <> '')"
        return f"list_transform({items}, lambda item: {code('item', column.list)})"
    if column.kind == "d":
        return f"try_cast({text} AS DATE)"
    if column.kind in NUMBERS:
        return f"try_cast({text} AS {NUMBERS[column.kind]})"
    text = f"nullif(trim({text}), '')"
    return {
        "t": text,
        "i": f"upper({text})",
        "b": f"upper(replace({text}, '-', ''))",
        "o": f"regexp_replace(lower({text}), '^(https?://(dx\\.)?doi\\.org/|doi:)', '')",
    }[column.kind]


def rules(source, spelled):
    """What the converted values of a row must hold."""
    found = {column.name for column in spelled}
    for column in spelled:
        value = name(column.name)
        if column.required:
            yield f"{value} IS NOT NULL"
        elif column.kind in "cfdn":
            yield f"({value} IS NOT NULL OR {name('raw_' + column.name)} IS NULL)"
        if column.kind in LIMITS:
            least, greatest = LIMITS[column.kind]
            yield f"{value} BETWEEN {least} AND {greatest}"
        if column.kind == "m":
            yield f"({value} IS NULL OR list_count({value}) = len({value}))"
        if column.kind == "m" and column.required:
            yield f"len({value}) > 0"
    if "start" in found:
        yield '"end" >= "start"'
    if source == "publications":
        yield "(doi IS NOT NULL OR article_no IS NOT NULL)"
    if source == "books":
        yield "(isbn IS NOT NULL OR book_no IS NOT NULL)"


def finished(column):
    """A valid value as it is counted."""
    value = name(column.name)
    if column.kind == "f":
        return f"coalesce({value} = 'yes', false)"
    if column.kind == "m":
        return f"list_distinct({value})"
    if column.name == "programme":
        return f"""CASE WHEN day_night IN ('in_service', 'continuing') AND {value} = 'master'
            THEN 'master_in_service'::code_programme
          WHEN day_night IN ('in_service', 'continuing') AND {value} = 'bachelor'
            THEN 'bachelor_continuing'::code_programme
          ELSE {value} END"""
    return value


def compared(column):
    """A valid value as it is the same in two rows."""
    return f"list_sort({finished(column)})" if column.kind == "m" else finished(column)


def read(database, source, exports):
    """Reads, converts and validates one source in one pass, and keeps what is read of it later."""
    spelled = columns(source)
    key = KEYS.get(source, [])
    kept = [column for column in spelled if column.name in key + READ[source].split()]
    values = ", ".join(f"{converted(column)} AS {name(column.name)}" for column in spelled)
    fields = [f"{finished(column)} AS {name(column.name)}" for column in kept]
    if key:
        others = ", ".join(compared(column) for column in spelled if column.name not in key)
        fields.append(f"hash({others}) AS same")
    types = ", ".join(f"'raw_{column.name}': 'VARCHAR'" for column in spelled)
    database.execute(
        f"""CREATE TABLE {source} AS SELECT {', '.join(fields)} FROM (
          SELECT *, {values} FROM read_csv('{exports}/{source}.csv', header = true,
            auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {{{types}}},
            nullstr = [{listed(MISSING)}], buffer_size = {BUFFER}))
        WHERE {' AND '.join(rules(source, spelled))}""")


def merge(database, source):
    """Of identical rows of a key keeps one, of differing ones none. Only the few keys that occur more
    than once are looked at row by row; a row whose key misses a value joins nothing and stays."""
    key = names(KEYS[source])
    database.execute(
        f"""DELETE FROM {source} WHERE rowid IN (
          SELECT row FROM (
            SELECT s.rowid AS row, min(s.rowid) OVER same_key AS first,
              min(same) OVER same_key <> max(same) OVER same_key AS differing
            FROM {source} s JOIN (SELECT {key} FROM {source} GROUP BY {key} HAVING count(*) > 1)
              USING ({key})
            WINDOW same_key AS (PARTITION BY {key}))
          WHERE differing OR row <> first)""")


IN_PERIOD = f"BETWEEN DATE '{FIRST}' AND DATE '{LAST}'"
FOREIGN = "nationality <> 'TW' AND coalesce(second_nationality <> 'TW', true)"
ROC = "(nationality = 'TW' OR coalesce(second_nationality = 'TW', false))"
FULL_TIME = "employment IN ('full_time', 'project')"
WITHIN = """"end" < "start" + INTERVAL 3 MONTH
  + CASE WHEN day("start" + INTERVAL 3 MONTH) < day("start") THEN INTERVAL 1 DAY ELSE INTERVAL 0 DAY END"""
REVIEWED = "(kind <> 'conference_paper' OR (open_call AND peer_review))"
BRIEF = f"(kind NOT IN ('talk', 'workshop') OR {WITHIN})"
MEETING = "kind IN ('conference_paper', 'collaboration')"
PUBLISHED = f"make_date(year, month, 1) {IN_PERIOD}"

# The events of which a rule asks whether the person was a full-time teacher on the day, after all
# their other rules.
BY_TEACHERS = {
    "exchanges": f"""SELECT staff_id, "start" FROM faculty_exchanges
      WHERE "start" {IN_PERIOD} AND capacity = 'exchange_teacher' AND country <> 'TW'""",
    "activities": f"""SELECT staff_id, "start" FROM faculty_activities
      WHERE "start" {IN_PERIOD} AND {REVIEWED} AND {BRIEF}
      AND (NOT {MEETING} OR len(participant_countries) >= 3)
      AND ({MEETING} OR location <> 'domestic' OR NOT self_hosted)""",
    "foreign_books": f"""SELECT staff_id, make_date(year, month, 1) AS "start",
        coalesce('isbn ' || isbn, 'no ' || book_no) AS book
      FROM books WHERE {PUBLISHED} AND category IN ('book', 'portfolio') AND reviewed
      AND (coalesce(publisher_country <> 'TW', false)
        OR coalesce(cross_border IN ('foreign', 'both'), false))""",
    "joint_projects": f"""SELECT staff_id, "start", project_id, kind FROM projects
      WHERE "start" <= DATE '{LAST}' AND "end" >= DATE '{FIRST}'
      AND partner_country <> 'TW' AND kind <> 'other' AND (kind <> 'joint_research' OR via_school)
      AND (kind <> 'bilateral' OR (home_approved AND partner_approved))""",
}


def looked_up(asked, person, table, found):
    """`found` of the row that each person asked about has on the day: that of the day's semester, else
    the latest earlier, else the first later."""
    term = '((year("start") - 1911) * 12 + month("start") - 8) // 6 + 1'
    answers = ", ".join(f"arg_max({value}, near) AS {answer}" for answer, value in found.items())
    return f"""SELECT {person}, "start", {answers} FROM (
        SELECT *, CASE WHEN term <= {term} THEN term ELSE -term END AS near
        FROM (SELECT DISTINCT {person}, "start" FROM ({asked}))
        JOIN (SELECT *, academic_year::INTEGER * 2 + semester AS term FROM {table}) USING ({person}))
      GROUP BY {person}, "start\""""


def look_up_teachers(database):
    for view, query in BY_TEACHERS.items():
        database.execute(f"CREATE TABLE {view} AS {query}")
    asked = " UNION ALL ".join(f'SELECT staff_id, "start" FROM {view}' for view in BY_TEACHERS)
    found = {"teacher": f'{FULL_TIME} AND (left_on IS NULL OR left_on >= "start")'}
    database.execute(
        f"""CREATE TABLE teachers AS SELECT staff_id, "start"
        FROM ({looked_up(asked, 'staff_id', 'faculty', found)}) WHERE teacher""")


def teachers_only(view):
    return f'{view} SEMI JOIN teachers USING (staff_id, "start")'


def partner_articles():
    return f"""SELECT count(DISTINCT article) FROM (
        SELECT coalesce('doi ' || doi, 'no ' || article_no) AS article,
          make_date(year, month, 1) AS day, unnest(string_split(partner_institutions, ';')) AS item
        FROM publications WHERE {PUBLISHED})
      JOIN partner ON word = {fold('item')} WHERE day BETWEEN since AND until"""


def appointed(table, rule):
    return f"""SELECT count(DISTINCT staff_id) FROM {table}
      WHERE {FULL_TIME} AND {FOREIGN} AND appointed_on {IN_PERIOD} AND {rule}"""


def graduates():
    """KPI 4 and KPI 8."""
    return f"""SELECT count(DISTINCT student_id), count(DISTINCT student_id) FILTER (
        (dual_degree
          AND (credits_required + credits_home + credits_partner IS NULL
            OR (credits_home * 3 >= credits_required AND credits_partner * 3 >= credits_required))
          AND coalesce(dual_months >= CASE programme WHEN 'doctoral' THEN 24 ELSE 12 END, true))
        OR (identity = 'foreign' AND (coalesce(route = 'foreign_regulation', false)
          OR (coalesce(route = 'general', false) AND prior_foreign_admission))))
      FROM students WHERE academic_year = 114 AND semester = 1 AND {FOREIGN}
      AND programme IN ('master', 'doctoral') AND status = 'enrolled'"""


def students_abroad():
    """KPI 9 and KPI 10."""
    trips = f"""SELECT * FROM student_mobility WHERE "start" {IN_PERIOD} AND country <> 'TW'
      AND kind NOT IN ('competition', 'internship', 'dual_degree')"""
    found = {"programme": "programme", "roc": ROC}
    return f"""SELECT count(DISTINCT student_id), count(DISTINCT student_id) FILTER (
        kind = 'field_research' AND programme = 'doctoral' AND "end" - "start" + 1 >= 14)
      FROM ({trips}) JOIN ({looked_up(trips, 'student_id', 'students', found)})
        USING (student_id, "start")
      WHERE roc AND programme IN ('master', 'doctoral')"""


def visits_by_scholars():
    counted = "list_filter(participant_countries, lambda c: NOT list_contains(own_only_countries, c))"
    return f"""SELECT count(*) FROM visiting_scholars
      WHERE "start" {IN_PERIOD} AND institution_country <> 'TW'
      AND capacity NOT IN ('exchange_teacher', 'postdoc') AND {REVIEWED} AND {BRIEF}
      AND (NOT {MEETING} OR len(
        CASE WHEN own_only_countries IS NULL THEN participant_countries ELSE {counted} END) >= 3)"""


def visits_by_the_young():
    start, birth = (
        f'year({day}) * 10000 + month({day}) * 100 + day({day})' for day in ('"start"', "birth_date"))
    return f"""SELECT count(*) FROM international_visits WHERE "start" {IN_PERIOD}
      AND role IN ('teacher', 'researcher', 'postdoc', 'doctoral_student') AND kind <> 'other'
      AND (kind NOT IN ('short_visit', 'field_research') OR country <> 'TW')
      AND ({start} - ({birth})) // 10000 <= 45"""


def indexed_articles():
    beyond = "list_filter(partner_countries, lambda c: c NOT IN ('TW', 'CN', 'HK', 'MO'))"
    return f"""SELECT count(DISTINCT coalesce('doi ' || doi, 'no ' || article_no)) FROM publications
      WHERE {PUBLISHED} AND list_has_any(indexes, ['SCIE', 'SSCI', 'AHCI', 'EI', 'TSSCI', 'THCI'])
      AND CASE WHEN cross_border IS NULL THEN len({beyond}) > 0
        ELSE cross_border IN ('foreign', 'both') END"""


def counts(database):
    def one(query):
        return database.execute(query).fetchone()

    look_up_teachers(database)
    master_and_doctoral, international = one(graduates())
    abroad, research = one(students_abroad())
    return [
        *one(partner_articles()),
        *one(appointed("faculty", "(left_on IS NULL OR left_on >= appointed_on)")),
        *one(appointed("researchers", "category <> 'assistant'")),
        master_and_doctoral,
        *one(f"SELECT count(DISTINCT staff_id) FROM {teachers_only('exchanges')}"),
        *one(f"SELECT count(*) FROM {teachers_only('activities')}"),
        *one(visits_by_scholars()),
        international,
        abroad,
        research,
        *one(visits_by_the_young()),
        *one(f"SELECT count(DISTINCT book) FROM {teachers_only('foreign_books')}"),
        *one(indexed_articles()),
        *one("""SELECT count(DISTINCT project_id) FROM joint_projects
          WHERE kind <> 'joint_research'
          OR (staff_id, "start") IN (SELECT (staff_id, "start") FROM teachers)"""),
    ]


def main():
    exports, codes, threads = sys.argv[1:4]
    database = duckdb.connect(config={"threads": int(threads), "preserve_insertion_order": False})
    declare(database, codes)
    # A filter that is pushed below a projection has its columns converted twice.
    database.execute("SET disabled_optimizers = 'filter_pushdown'")
    for source in SOURCES:
        read(database, source, exports)
    database.execute("RESET disabled_optimizers")
    for source in KEYS:
        merge(database, source)
    print(json.dumps(counts(database)))


main()
