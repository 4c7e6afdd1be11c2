"""The fourteen counts by Polars: EXPORTS CODES THREADS. Prints them as JSON."""

import json
import os
import sys
from datetime import date

exports, codes, threads = sys.argv[1:4]
# Polars reads this once, when it is loaded.
os.environ["POLARS_MAX_THREADS"] = threads

import polars as pl

from contract import FIRST, KEYS, LAST, READ, SOURCES, columns, partners, words

NUMBERS = {"y": pl.UInt8, "s": pl.UInt8, "Y": pl.UInt16, "M": pl.UInt8, "n": pl.Decimal(18, 6)}
LIMITS = {"y": (1, 199), "s": (1, 2), "Y": (1900, 9999), "M": (1, 12)}
MISSING = ["", "-", "－", "—", "NULL"]
PERIOD = pl.lit(date.fromisoformat(FIRST)), pl.lit(date.fromisoformat(LAST))


def folded(text):
    return text.str.strip_chars().str.to_lowercase().str.replace_all("台", "臺", literal=True)


class CodeList:
    """The codes of words. A cast to an enum of the words looks a word up at a third of the cost of
    replace_strict, and a code takes a byte of a table."""

    def __init__(self, found):
        self.words = pl.Enum(list(found))
        self.codes = pl.Enum(list(dict.fromkeys(found.values())))
        self.code = pl.Series(list(found.values()), dtype=self.codes)

    def look_up(self, text):
        """Folding costs more than looking up: it happens only where a word is not found."""
        word = text.cast(self.words, strict=False)
        if word.null_count() > text.null_count():
            word = word.fill_null(folded(text).cast(self.words, strict=False))
        return self.code.gather(word.to_physical()).alias(text.name)

    def of(self, text):
        return text.map_batches(self.look_up, return_dtype=self.codes, is_elementwise=True)


LISTS = {kind: CodeList(found) for kind, found in words(codes).items()}


def converted(column):
    text = pl.col("raw_" + column.name)
    if column.kind in "cf":
        value = LISTS[column.list or "flag"].of(text)
        return value.fill_null(column.missing) if column.missing else value
    if column.kind == "m":
        item = pl.element().filter(pl.element().str.strip_chars() != "")
        return text.str.split(";").list.eval(item).list.eval(LISTS[column.list].of(pl.element()))
    if column.kind == "d":
        return text.str.to_date("%Y-%m-%d", strict=False)
    if column.kind in NUMBERS:
        return text.cast(NUMBERS[column.kind], strict=False)
    text = text.str.strip_chars()
    text = pl.when(text != "").then(text)
    if column.kind == "i":
        return text.str.to_uppercase()
    if column.kind == "b":
        return text.str.replace_all("-", "", literal=True).str.to_uppercase()
    if column.kind == "o":
        return text.str.to_lowercase().str.replace(r"^(https?://(dx\.)?doi\.org/|doi:)", "")
    return text


def rules(source, spelled):
    """What the converted values of a row must hold."""
    for column in spelled:
        value = pl.col(column.name)
        if column.required:
            yield value.is_not_null()
        elif column.kind in "cfdn":
            yield value.is_not_null() | pl.col("raw_" + column.name).is_null()
        if column.kind in LIMITS:
            yield value.is_between(*LIMITS[column.kind])
        if column.kind == "m":
            yield value.is_null() | (value.list.drop_nulls().list.len() == value.list.len())
        if column.kind == "m" and column.required:
            yield value.list.len() > 0
    if "start" in (column.name for column in spelled):
        yield pl.col("end") >= pl.col("start")
    if source == "publications":
        yield pl.col("doi").is_not_null() | pl.col("article_no").is_not_null()
    if source == "books":
        yield pl.col("isbn").is_not_null() | pl.col("book_no").is_not_null()


def finished(column):
    """A valid value as it is counted."""
    value = pl.col(column.name)
    if column.kind == "f":
        return value.eq_missing(pl.lit("yes")).alias(column.name)
    if column.kind == "m":
        return value.list.unique()
    if column.name == "programme":
        late = pl.col("day_night").is_in(["in_service", "continuing"]).fill_null(False)
        in_service, continuing = (
            pl.lit(code, LISTS["programme"].codes) for code in ("master_in_service", "bachelor_continuing"))
        return (
            pl.when(late & (value == "master")).then(in_service)
            .when(late & (value == "bachelor")).then(continuing).otherwise(value).alias(column.name))
    return value


def compared(column):
    """A valid value as it is the same in two rows."""
    value = finished(column)
    if column.kind == "m":
        return value.cast(pl.List(pl.String)).list.sort().list.join(";")
    return value


def read(source):
    """Reads, converts and validates one source in one pass, and keeps what is read of it later."""
    spelled = columns(source)
    key = KEYS.get(source, [])
    kept = [column for column in spelled if column.name in key + READ[source].split()]
    fields = [finished(column) for column in kept]
    if key:
        others = [compared(column) for column in spelled if column.name not in key]
        fields.append(pl.struct(others).hash().alias("same"))
    raw = pl.scan_csv(
        f"{exports}/{source}.csv", has_header=False, skip_lines=1, null_values=MISSING,
        schema={"raw_" + column.name: pl.String for column in spelled})
    return (
        raw.with_columns(converted(column).alias(column.name) for column in spelled)
        .filter(pl.all_horizontal(rules(source, spelled))).select(fields))


def merged(source, table):
    """Of identical rows of a key keeps one, of differing ones none. Only the few keys that occur more
    than once are looked at row by row; a row whose key misses a value joins nothing and stays."""
    key = KEYS[source]
    several = table.group_by(key).agg(pl.len()).filter(pl.col("len") > 1).select(key)
    repeated = table.join(several, on=key)
    once = (
        repeated.group_by(key)
        .agg(pl.exclude(key).first(), pl.col("same").n_unique().alias("different"))
        .filter(pl.col("different") == 1).select(pl.exclude("different")))
    return pl.concat([table.join(several, on=key, how="anti"), once.select(table.collect_schema().names())])


def looked_up(asked, person, table, answers):
    """The answers of the row that each person asked about has on the day: that of the day's semester,
    else the latest earlier, else the first later."""
    start = pl.col("start").dt
    asked_term = ((start.year() - 1911) * 12 + start.month().cast(pl.Int32) - 8) // 6 + 1
    term = pl.col("academic_year").cast(pl.Int32) * 2 + pl.col("semester")
    near = pl.when(term <= asked_term).then(term).otherwise(-term)
    return (
        asked.select(person, "start").unique().join(table, on=person)
        .select(person, "start", near.alias("near"), *answers)
        .group_by(person, "start").agg(pl.exclude("near").sort_by("near").last()))


def in_period(name):
    return pl.col(name).is_between(*PERIOD)


def distinct(frame, name):
    return frame.select(pl.col(name).n_unique())


FULL_TIME = pl.col("employment").is_in(["full_time", "project"])
FOREIGN = (pl.col("nationality") != "TW") & pl.col("second_nationality").ne_missing(pl.lit("TW"))
ROC = (pl.col("nationality") == "TW") | pl.col("second_nationality").eq_missing(pl.lit("TW"))
LATER = pl.col("start").dt.offset_by("3mo")
WITHIN = pl.col("end") < pl.when(LATER.dt.day() < pl.col("start").dt.day()).then(
    LATER.dt.offset_by("1d")).otherwise(LATER)
REVIEWED = (pl.col("kind") != "conference_paper") | (pl.col("open_call") & pl.col("peer_review"))
BRIEF = ~pl.col("kind").is_in(["talk", "workshop"]) | WITHIN
MEETING = pl.col("kind").is_in(["conference_paper", "collaboration"])
CROSSING = pl.col("cross_border").is_in(["foreign", "both"])


def works(table, kind, number, work):
    """Books and articles of the period: what they are counted by, and the first day of their month."""
    return table.with_columns(
        pl.date("year", "month", 1).alias("start"),
        pl.coalesce(kind + " " + pl.col(kind), "no " + pl.col(number)).alias(work),
    ).filter(in_period("start"))


def by_teachers(data):
    """The events of which a rule asks whether the person was a full-time teacher on the day, after all
    their other rules."""
    participants = pl.col("participant_countries").list.len().fill_null(0)
    return {
        "exchanges": data["faculty_exchanges"].filter(
            in_period("start") & (pl.col("capacity") == "exchange_teacher") & (pl.col("country") != "TW")),
        "activities": data["faculty_activities"].filter(
            in_period("start") & REVIEWED & BRIEF & (~MEETING | (participants >= 3))
            & (MEETING | (pl.col("location") != "domestic") | ~pl.col("self_hosted"))),
        "books": works(data["books"], "isbn", "book_no", "book").filter(
            pl.col("category").is_in(["book", "portfolio"]).fill_null(False) & pl.col("reviewed")
            & ((pl.col("publisher_country") != "TW").fill_null(False) | CROSSING.fill_null(False))),
        "projects": data["projects"].filter(
            (pl.col("start") <= PERIOD[1]) & (pl.col("end") >= PERIOD[0])
            & (pl.col("partner_country") != "TW") & (pl.col("kind") != "other")
            & ((pl.col("kind") != "joint_research") | pl.col("via_school"))
            & ((pl.col("kind") != "bilateral") | (pl.col("home_approved") & pl.col("partner_approved")))),
    }


def partner_articles(articles):
    force = pl.LazyFrame(
        [(word, date.fromisoformat(since), date.fromisoformat(until))
         for word, _, since, until in partners(codes)],
        schema={"word": pl.String, "since": pl.Date, "until": pl.Date}, orient="row")
    named = articles.select("article", "start", pl.col("partner_institutions").str.split(";").alias("word"))
    return named.explode("word").with_columns(folded(pl.col("word"))).join(force, on="word").filter(
        pl.col("start").is_between("since", "until"))


def appointed(table):
    return table.filter(FULL_TIME & FOREIGN & in_period("appointed_on"))


def international(graduates):
    required, home, partner = (pl.col("credits_" + name) for name in ("required", "home", "partner"))
    least = pl.when(pl.col("programme") == "doctoral").then(24).otherwise(12).cast(NUMBERS["n"])
    dual = (
        pl.col("dual_degree")
        & ((home * 3 >= required) & (partner * 3 >= required)
           | required.is_null() | home.is_null() | partner.is_null())
        & (pl.col("dual_months") >= least).fill_null(True))
    by_route = (pl.col("identity") == "foreign") & (
        (pl.col("route") == "foreign_regulation").fill_null(False)
        | ((pl.col("route") == "general").fill_null(False) & pl.col("prior_foreign_admission")))
    return graduates.filter(dual | by_route)


def visits_by_scholars(table):
    own = pl.col("own_only_countries").fill_null(pl.lit([], pl.List(LISTS["countries"].codes)))
    counted = pl.col("participant_countries").list.set_difference(own).list.len().fill_null(0)
    return table.filter(
        in_period("start") & (pl.col("institution_country") != "TW")
        & ~pl.col("capacity").is_in(["exchange_teacher", "postdoc"])
        & REVIEWED & BRIEF & (~MEETING | (counted >= 3)))


def visits_by_the_young(table):
    start, birth = (
        day.year() * 10000 + day.month().cast(pl.Int32) * 100 + day.day()
        for day in (pl.col("start").dt, pl.col("birth_date").dt))
    return table.filter(
        in_period("start")
        & pl.col("role").is_in(["teacher", "researcher", "postdoc", "doctoral_student"])
        & (pl.col("kind") != "other")
        & (~pl.col("kind").is_in(["short_visit", "field_research"]) | (pl.col("country") != "TW"))
        & ((start - birth) // 10000 <= 45))


def indexed(articles):
    six = pl.col("indexes").cast(pl.List(pl.String)).list.set_intersection(
        pl.lit(["SCIE", "SSCI", "AHCI", "EI", "TSSCI", "THCI"]))
    beyond = pl.col("partner_countries").cast(pl.List(pl.String)).list.set_difference(
        pl.lit(["TW", "CN", "HK", "MO"]))
    return articles.filter(
        (six.list.len() > 0)
        & CROSSING.fill_null((beyond.list.len() > 0).fill_null(False)))


def counts(data):
    events = by_teachers(data)
    left = pl.col("left_on").is_null() | (pl.col("left_on") >= pl.col("start"))
    teachers = looked_up(
        pl.concat([found.select("staff_id", "start") for found in events.values()]), "staff_id",
        data["faculty"], [(FULL_TIME & left).alias("teacher")]).filter("teacher")
    taught = {
        name: found.join(teachers, on=["staff_id", "start"], how="semi") for name, found in events.items()}
    graduates = data["students"].filter(
        (pl.col("academic_year") == 114) & (pl.col("semester") == 1) & FOREIGN
        & pl.col("programme").is_in(["master", "doctoral"]) & (pl.col("status") == "enrolled"))
    trips = data["student_mobility"].filter(
        in_period("start") & (pl.col("country") != "TW")
        & ~pl.col("kind").is_in(["competition", "internship", "dual_degree"]))
    persons = looked_up(
        trips, "student_id", data["students"], [pl.col("programme"), ROC.alias("roc")])
    abroad = trips.join(persons, on=["student_id", "start"]).filter(
        pl.col("roc") & pl.col("programme").is_in(["master", "doctoral"]))
    articles = works(data["publications"], "doi", "article_no", "article")
    days = (pl.col("end") - pl.col("start")).dt.total_days() + 1
    return [
        distinct(partner_articles(articles), "article"),
        distinct(appointed(data["faculty"]).filter(
            pl.col("left_on").is_null() | (pl.col("left_on") >= pl.col("appointed_on"))), "staff_id"),
        distinct(appointed(data["researchers"]).filter(pl.col("category") != "assistant"), "staff_id"),
        distinct(graduates, "student_id"),
        distinct(taught["exchanges"], "staff_id"),
        taught["activities"].select(pl.len()),
        visits_by_scholars(data["visiting_scholars"]).select(pl.len()),
        distinct(international(graduates), "student_id"),
        distinct(abroad, "student_id"),
        distinct(abroad.filter(
            (pl.col("kind") == "field_research") & (pl.col("programme") == "doctoral") & (days >= 14)),
            "student_id"),
        visits_by_the_young(data["international_visits"]).select(pl.len()),
        distinct(taught["books"], "book"),
        distinct(indexed(articles), "article"),
        distinct(pl.concat([
            events["projects"].filter(pl.col("kind") != "joint_research"),
            taught["projects"].filter(pl.col("kind") == "joint_research")]), "project_id"),
    ]


def main():
    data = {source: read(source).collect(engine="streaming").lazy() for source in SOURCES}
    tables = [merged(source, data[source]) for source in KEYS]
    for source, table in zip(KEYS, pl.collect_all(tables, engine="streaming")):
        data[source] = table.lazy()
    print(json.dumps([frame.item() for frame in pl.collect_all(counts(data), engine="streaming")]))


main()
