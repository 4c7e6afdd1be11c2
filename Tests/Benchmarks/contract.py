"""What the exports hold, for the two programs that are compared: the columns of each source in the
order of the canonical spelling, with type, list and whether a value is required."""

import csv
import os

# t text, i identifier, o DOI, b ISBN, c code, m set of codes, d date, y academic year, s semester,
# Y year, M month, f yes or no, n decimal. `!` a value is required, `=x` what a missing one means.
SOURCES = {
    "students": "academic_year:y! semester:s! student_id:i! name:t gender:c/gender birth_date:d"
    " nationality:c/countries! second_nationality:c/countries identity:c/identity! route:c/route"
    " prior_foreign_admission:f programme:c/programme! day_night:c/day_night college:t department:t"
    " status:c/status! dual_degree:f partner_country:c/countries partner_school:t"
    " credits_required:n credits_home:n credits_partner:n dual_months:n",
    "faculty": "academic_year:y! semester:s! staff_id:i! name:t gender:c/gender birth_date:d"
    " nationality:c/countries! second_nationality:c/countries employment:c/employment! rank:c/rank"
    " college:t department:t appointed_on:d left_on:d scheme:c/scheme",
    "researchers": "academic_year:y! semester:s! staff_id:i! name:t gender:c/gender birth_date:d"
    " nationality:c/countries! second_nationality:c/countries employment:c/employment=full_time"
    " category:c/researcher_category! college:t department:t appointed_on:d left_on:d"
    " scheme:c/scheme",
    "faculty_exchanges": "staff_id:i! capacity:c/capacity! country:c/countries! institution:t"
    " start:d! end:d!",
    "faculty_activities": "activity_id:i staff_id:i! kind:c/activity_kind! title:t"
    " location:c/location! country:c/countries self_hosted:f open_call:f peer_review:f"
    " participant_countries:m/countries start:d! end:d!",
    "visiting_scholars": "visit_id:i scholar_id:i name:t nationality:c/countries!"
    " institution_country:c/countries! institution:t capacity:c/capacity! kind:c/activity_kind!"
    " title:t open_call:f peer_review:f participant_countries:m/countries"
    " own_only_countries:m/countries start:d! end:d! college:t",
    "student_mobility": "trip_id:i student_id:i! kind:c/mobility_kind! country:c/countries!"
    " institution:t start:d! end:d!",
    "international_visits": "visit_id:i person_id:i! role:c/visit_role! birth_date:d!"
    " kind:c/visit_kind! country:c/countries! start:d! end:d!",
    "publications": "doi:o article_no:i staff_id:i title:t journal:t indexes:m/index_database!"
    " year:Y! month:M! cross_border:c/cross_border partner_countries:m/countries"
    " partner_institutions:t",
    "books": "isbn:b book_no:i staff_id:i! title:t category:c/book_category! reviewed:f language:t"
    " publisher:t publisher_country:c/countries year:Y! month:M! cross_border:c/cross_border",
    "projects": "project_id:i! staff_id:i! title:t kind:c/project_kind! via_school:f"
    " partner_country:c/countries! start:d! end:d! home_approved:f partner_approved:f amount:n",
}

KEYS = {
    "students": ["academic_year", "semester", "student_id"],
    "faculty": ["academic_year", "semester", "staff_id"],
    "researchers": ["academic_year", "semester", "staff_id"],
    "faculty_activities": ["activity_id", "staff_id"],
    "visiting_scholars": ["visit_id"],
    "student_mobility": ["trip_id", "student_id"],
    "international_visits": ["visit_id", "person_id"],
    "projects": ["project_id"],
}

# What the counts read of each source besides its key. All other columns are converted and validated
# as well and tell identical rows of a key from differing ones, but nothing has to hold them.
READ = {
    "students": "nationality second_nationality identity route prior_foreign_admission programme"
    " status dual_degree credits_required credits_home credits_partner dual_months",
    "faculty": "nationality second_nationality employment appointed_on left_on",
    "researchers": "nationality second_nationality employment category appointed_on",
    "faculty_exchanges": "staff_id capacity country start",
    "faculty_activities": "kind location self_hosted open_call peer_review participant_countries"
    " start end",
    "visiting_scholars": "institution_country capacity kind open_call peer_review"
    " participant_countries own_only_countries start end",
    "student_mobility": "kind country start end",
    "international_visits": "role birth_date kind country start",
    "publications": "doi article_no indexes year month cross_border partner_countries"
    " partner_institutions",
    "books": "isbn book_no staff_id category reviewed publisher_country year month cross_border",
    "projects": "staff_id kind via_school partner_country start end home_approved partner_approved",
}

FIRST, LAST = "2025-08-01", "2025-12-31"


class Column:
    def __init__(self, spelled):
        self.name, rest = spelled.split(":")
        rest, _, self.missing = rest.partition("=")
        self.required = rest.endswith("!")
        self.kind, _, self.list = rest.rstrip("!").partition("/")


def columns(source):
    return [Column(spelled) for spelled in SOURCES[source].split()]


def fold(word):
    return word.strip().replace("台", "臺").casefold()


def words(codes):
    """{list: {word: code}} of every code list. Words stand as they are spelled and folded, so that a
    program folds only what it does not find."""
    found = {"flag": {"是": "yes", "Y": "yes", "y": "yes", "否": "no", "N": "no", "n": "no"}}
    for name in sorted(os.listdir(codes)):
        kind = name.removesuffix(".csv")
        if kind == "benchmark_partners":
            continue
        known = found[kind] = {}
        with open(os.path.join(codes, name), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if kind == "countries":
                    code = row["iso2"]
                    spellings = [code, row["iso3"], row["zh"], row["en"]]
                    spellings += row["aliases"].split(";") + row["hedb_code"].split(";")
                else:
                    code = row["code"]
                    spellings = [code, row["label"]] + row["words"].split(";")
                for word in spellings:
                    if word.strip():
                        known.setdefault(word.strip(), code)
                        known.setdefault(fold(word), code)
    return found


def partners(codes):
    """(folded word, institution, first day, last day) of every name of every benchmark partner."""
    with open(os.path.join(codes, "benchmark_partners.csv"), encoding="utf-8", newline="") as file:
        return [
            (fold(word), row["institution"], row["valid_from"] or "0001-01-01",
             row["valid_to"] or "9999-12-31")
            for row in csv.DictReader(file)
            for word in [row["institution"]] + row["aliases"].split(";") if word.strip()
        ]
