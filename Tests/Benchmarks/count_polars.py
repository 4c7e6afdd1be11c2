"""The fourteen counts by Polars: EXPORTS CODES THREADS. Prints them as JSON."""

import json
import os
import sys
from datetime import date

exports, codes, threads = sys.argv[1:4]
os.environ["POLARS_MAX_THREADS"] = threads

import polars as pl

from contract import FIRST, KEYS, LAST, SOURCES, columns, partners, words

WORDS = {}
for kind, word, code in words(codes):
    WORDS.setdefault(kind, {})[word] = code
PERIOD = pl.lit(date.fromisoformat(FIRST)), pl.lit(date.fromisoformat(LAST))
FLAG = {word: code == "yes" for word, code in WORDS["flag"].items()}


def folded(text):
    return text.str.to_lowercase().str.replace_all("台", "臺", literal=True)


def coded(text, mapping, kind=pl.String):
    return folded(text).replace_strict(mapping, default=None, return_dtype=kind)


def read(source):
    """Reads, converts and validates one source, merges identical rows of a key and drops all of a
    key whose rows differ."""
    spelled = columns(source)
    names = [column.name for column in spelled]
    raw = pl.scan_csv(
        f"{exports}/{source}.csv", has_header=False, skip_lines=1,
        schema={name: pl.String for name in names})
    typed, valid = [], []
    for column in spelled:
        name = column.name
        text = pl.col(name).str.strip_chars()
        text = pl.when(text != "").then(text)
        limits = {"y": (1, 199), "s": (1, 2), "Y": (1900, 9999), "M": (1, 12)}.get(column.kind)
        if column.kind == "t":
            value = text
        elif column.kind == "i":
            value = text.str.to_uppercase()
        elif column.kind == "b":
            value = text.str.replace_all("-", "", literal=True).str.to_uppercase()
        elif column.kind == "o":
            value = text.str.to_lowercase().str.replace(r"^(https?://(dx\.)?doi\.org/|doi:)", "")
        elif column.kind == "d":
            value = text.str.to_date("%Y-%m-%d", strict=False)
        elif column.kind == "n":
            value = text.cast(pl.Decimal(18, 6), strict=False)
        elif column.kind == "c":
            value = coded(text, WORDS[column.list])
        elif column.kind == "f":
            value = coded(text, FLAG, pl.Boolean)
        elif column.kind == "m":
            items = text.str.split(";").list.eval(
                coded(pl.element().str.strip_chars(), WORDS[column.list]))
            value = items.list.drop_nulls().list.unique().list.sort()
            if column.list != "partners":
                valid.append(text.is_null() | (items.list.eval(pl.element().is_null()).list.any().not_()))
            if column.required:
                valid.append(text.is_not_null())
            typed.append(value.alias(name))
            continue
        else:
            value = text.cast(pl.Int32, strict=False)
        if column.kind not in "tiob":
            valid.append(text.is_null() | value.is_not_null())
        if limits:
            valid.append(value.is_between(*limits))
        if column.required:
            valid.append(value.is_not_null())
        if column.kind == "f":
            value = value.fill_null(False)
        elif column.missing:
            value = value.fill_null(column.missing)
        typed.append(value.alias(name))
    checked = raw.select(*typed, pl.all_horizontal(valid).alias("valid")).filter("valid").drop("valid")
    if "start" in names:
        checked = checked.filter(pl.col("end") >= pl.col("start"))
    if source == "students":
        late = pl.col("day_night").is_in(["in_service", "continuing"]).fill_null(False)
        checked = checked.with_columns(
            pl.when(late & (pl.col("programme") == "master")).then(pl.lit("master_in_service"))
            .when(late & (pl.col("programme") == "bachelor")).then(pl.lit("bachelor_continuing"))
            .otherwise("programme").alias("programme"))
    key = KEYS.get(source)
    if key:
        others = [name for name in names if name not in key]
        has = pl.all_horizontal(pl.col(key).is_not_null())
        lists = {column.name for column in spelled if column.kind == "m"}
        same = pl.struct(
            [pl.col(name).list.join(";") if name in lists else pl.col(name) for name in others]
        ).hash()
        merged = (
            checked.filter(has).with_columns(same.alias("same"))
            .group_by(key).agg(
                pl.col(others).first(), pl.col("same").min().alias("least"),
                pl.col("same").max().alias("greatest"))
            .filter(pl.col("least") == pl.col("greatest")).select(names))
        checked = pl.concat([merged, checked.filter(~has).select(names)])
    return checked.collect(engine="streaming").lazy()


def by_term(table, person):
    return table.with_columns((pl.col("academic_year") * 2 + pl.col("semester")).alias("term")).sort("term")


def looked_up(events, person, table, wanted):
    """Events with the person's row of the semester, else the latest earlier, else the first later."""
    start = pl.col("start").dt
    asked = (
        pl.when(start.month() >= 8).then((start.year() - 1911) * 2 + 1)
        .when(start.month() == 1).then((start.year() - 1912) * 2 + 1)
        .otherwise((start.year() - 1912) * 2 + 2).cast(pl.Int32))
    rows = by_term(table, person).select(
        person, "term", *[pl.col(name).alias("p_" + name) for name in wanted], pl.lit(True).alias("known"))
    events = events.with_columns(asked.alias("asked")).with_row_index("event").sort("asked")
    earlier = events.join_asof(
        rows, left_on="asked", right_on="term", by=person, strategy="backward",
        check_sortedness=False)
    later = (
        earlier.filter(pl.col("known").is_null()).select(events.collect_schema().names())
        .join(rows.group_by(person).agg(pl.all().sort_by("term").first()), on=person, how="left")
        .select(earlier.collect_schema().names()))
    return pl.concat([earlier.filter(pl.col("known").is_not_null()), later])


def in_period(name):
    return pl.col(name).is_between(*PERIOD)


data = {source: read(source) for source in SOURCES}
foreign = (pl.col("nationality") != "TW") & pl.col("second_nationality").ne_missing("TW")
full_time = ["full_time", "project"]
teacher = (
    pl.col("known").fill_null(False) & pl.col("p_employment").is_in(full_time)
    & (pl.col("p_left_on").is_null() | (pl.col("p_left_on") >= pl.col("start"))))
roc = pl.col("known").fill_null(False) & (
    (pl.col("p_nationality") == "TW") | pl.col("p_second_nationality").eq_missing("TW"))
later = pl.col("start").dt.offset_by("3mo")
within = pl.col("end") < pl.when(later.dt.day() < pl.col("start").dt.day()).then(
    later.dt.offset_by("1d")).otherwise(later)
first_day = pl.date("year", "month", 1).alias("start")
works = data["publications"].with_columns(
    first_day, pl.coalesce("doi " + pl.col("doi"), "no " + pl.col("article_no")).alias("article")
).filter(pl.col("article").is_not_null())
books = data["books"].with_columns(
    first_day, pl.coalesce("isbn " + pl.col("isbn"), "no " + pl.col("book_no")).alias("book")
).filter(pl.col("book").is_not_null())
force = pl.LazyFrame(
    [(name, date.fromisoformat(since), date.fromisoformat(until)) for name, since, until in partners(codes)],
    schema={"institution": pl.String, "since": pl.Date, "until": pl.Date}, orient="row")
graduate = data["students"].filter(
    (pl.col("academic_year") == 114) & (pl.col("semester") == 1) & foreign
    & pl.col("programme").is_in(["master", "doctoral"]) & (pl.col("status") == "enrolled"))
credits = [pl.col("credits_" + name) for name in ("required", "home", "partner")]
dual = (
    pl.col("dual_degree")
    & (pl.any_horizontal([value.is_null() for value in credits])
       | ((credits[1] * 3 >= credits[0]) & (credits[2] * 3 >= credits[0])))
    & (pl.col("dual_months").is_null() | (pl.col("dual_months").cast(pl.Float64)
       >= pl.when(pl.col("programme") == "doctoral").then(24).otherwise(12))))
by_route = (pl.col("identity") == "foreign") & (
    pl.col("route").eq_missing("foreign_regulation")
    | (pl.col("route").eq_missing("general") & pl.col("prior_foreign_admission")))
paper = pl.col("kind") != "conference_paper"
meeting = ~pl.col("kind").is_in(["conference_paper", "collaboration"])
short = ~pl.col("kind").is_in(["talk", "workshop"])
empty = pl.lit([], dtype=pl.List(pl.String))
participants = pl.col("participant_countries").fill_null(empty)
staff = ["employment", "left_on"]
student = ["nationality", "second_nationality", "programme"]
mobility = looked_up(data["student_mobility"], "student_id", data["students"], student).filter(
    in_period("start") & (pl.col("country") != "TW") & roc)
start, birth = pl.col("start").dt, pl.col("birth_date").dt
age = start.year() - birth.year() - (
    start.to_string("%m-%d") < birth.to_string("%m-%d")).cast(pl.Int32)
abroad = pl.col("partner_countries").fill_null(empty).list.set_difference(
    pl.lit(["TW", "CN", "HK", "MO"])).list.len() > 0
crossing = pl.col("cross_border").is_in(["foreign", "both"])


def distinct(frame, name):
    return frame.select(pl.col(name).n_unique())


rows = pl.len()
counts = [
    distinct(
        works.filter(in_period("start")).explode("partner_institutions")
        .join(force, left_on="partner_institutions", right_on="institution")
        .filter(pl.col("start").is_between("since", "until")), "article"),
    distinct(data["faculty"].filter(
        pl.col("employment").is_in(full_time) & foreign & in_period("appointed_on")
        & (pl.col("left_on").is_null() | (pl.col("left_on") >= pl.col("appointed_on")))), "staff_id"),
    distinct(data["researchers"].filter(
        pl.col("employment").is_in(full_time) & (pl.col("category") != "assistant") & foreign
        & in_period("appointed_on")), "staff_id"),
    distinct(graduate, "student_id"),
    distinct(looked_up(data["faculty_exchanges"], "staff_id", data["faculty"], staff).filter(
        in_period("start") & (pl.col("capacity") == "exchange_teacher") & (pl.col("country") != "TW")
        & teacher), "staff_id"),
    looked_up(data["faculty_activities"], "staff_id", data["faculty"], staff).filter(
        in_period("start") & teacher & (paper | (pl.col("open_call") & pl.col("peer_review")))
        & (meeting | (participants.list.len() >= 3))
        & ~(pl.col("kind").is_in(["talk", "workshop", "lecture"]) & (pl.col("location") == "domestic")
            & pl.col("self_hosted"))
        & (short | within)).select(rows),
    data["visiting_scholars"].filter(
        in_period("start") & (pl.col("institution_country") != "TW")
        & ~pl.col("capacity").is_in(["exchange_teacher", "postdoc"])
        & (paper | (pl.col("open_call") & pl.col("peer_review")))
        & (meeting | (participants.list.set_difference(
            pl.col("own_only_countries").fill_null(empty)).list.len() >= 3))
        & (short | within)).select(rows),
    distinct(graduate.filter(dual.fill_null(False) | by_route), "student_id"),
    distinct(mobility.filter(
        ~pl.col("kind").is_in(["competition", "internship", "dual_degree"])
        & pl.col("p_programme").is_in(["master", "doctoral"])), "student_id"),
    distinct(mobility.filter(
        (pl.col("kind") == "field_research") & (pl.col("p_programme") == "doctoral")
        & ((pl.col("end") - pl.col("start")).dt.total_days() + 1 >= 14)), "student_id"),
    data["international_visits"].filter(
        in_period("start") & pl.col("role").is_in(["teacher", "researcher", "postdoc", "doctoral_student"])
        & (pl.col("kind") != "other")
        & (~pl.col("kind").is_in(["short_visit", "field_research"]) | (pl.col("country") != "TW"))
        & (age <= 45)).select(rows),
    distinct(looked_up(books, "staff_id", data["faculty"], staff).filter(
        in_period("start") & pl.col("category").is_in(["book", "portfolio"]) & pl.col("reviewed") & teacher
        & ((pl.col("publisher_country").fill_null("TW") != "TW") | crossing.fill_null(False))), "book"),
    distinct(works.filter(
        in_period("start")
        & (pl.col("indexes").list.set_intersection(
            pl.lit(["SCIE", "SSCI", "AHCI", "EI", "TSSCI", "THCI"])).list.len() > 0)
        & (crossing.fill_null(False) | (pl.col("cross_border").is_null() & abroad))), "article"),
    distinct(looked_up(data["projects"], "staff_id", data["faculty"], staff).filter(
        (pl.col("start") <= PERIOD[1]) & (pl.col("end") >= PERIOD[0]) & (pl.col("partner_country") != "TW")
        & (pl.col("kind") != "other")
        & ((pl.col("kind") != "joint_research") | (pl.col("via_school") & teacher))
        & ((pl.col("kind") != "bilateral") | (pl.col("home_approved") & pl.col("partner_approved")))),
        "project_id"),
]
print(json.dumps([frame.item() for frame in pl.collect_all(counts, engine="streaming")]))
