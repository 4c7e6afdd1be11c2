"""Damages the database before a run: it must be refused and left as it is, or not matter."""

import json
import os
import sqlite3
from collections import Counter
from typing import Callable, Iterator

import stages
from experiment import Experiment, Outcome
from laboratory import Laboratory, published
from stages import DATABASE, Stage

# Of the databases that campus-kpi makes.
PAGE = 16384
# A flipped bit in the text of a table's definition cannot be told from a bug in a statement; it ends
# with 70 and changes nothing.
TABLES = "SQL logic error: no such"
Damage = Callable[[str], None]


def flipped(place: int, bits: int) -> Damage:
    def damage(path: str) -> None:
        with open(path, "r+b") as opened:
            opened.seek(place)
            byte = opened.read(1)[0]
            opened.seek(place)
            opened.write(bytes([byte ^ bits]))

    return damage


def headless(page: int) -> Damage:
    def damage(path: str) -> None:
        with open(path, "r+b") as opened:
            opened.seek(page * PAGE)
            opened.write(bytes(8))

    return damage


def replaced(content: bytes) -> Damage:
    def damage(path: str) -> None:
        with open(path, "wb") as opened:
            opened.write(content)

    return damage


def with_journal(path: str) -> None:
    """What a crash of somebody else's program may leave beside it."""
    with open(path + "-journal", "wb") as opened:
        opened.write(bytes(range(1, 256)) * 40)


def by_sql(script: str) -> Damage:
    def damage(path: str) -> None:
        with sqlite3.connect(path) as database:
            database.executescript(script)
        database.close()

    return damage


def foreign(path: str) -> None:
    os.unlink(path)
    by_sql("CREATE TABLE mine (word TEXT); INSERT INTO mine VALUES ('kept');")(path)


def folder(path: str) -> None:
    os.unlink(path)
    os.mkdir(path)


def pipe(path: str) -> None:
    os.unlink(path)
    os.mkfifo(path)


# Never the database of a campus-kpi of this version: none of it may be taken for one.
STRANGE = {
    "no bytes": replaced(b""),
    "one byte": replaced(b"S"),
    "zeros": replaced(bytes(8192)),
    "text": replaced(b"student_id,name\n" * 300),
    "another first word": flipped(0, 0x20),
    "a newer schema": by_sql("PRAGMA user_version = 999"),
    "another application": by_sql("PRAGMA application_id = 1"),
    "a database of somebody else": foreign,
    "a folder": folder,
    "a pipe": pipe,
}


def snapshot(path: str) -> object:
    if os.path.isfile(path):
        with open(path, "rb") as opened:
            return opened.read()
    return os.lstat(path).st_mode


def counts(output: str) -> list:
    """The values of the revision that `current` leads to."""
    for inside, folders, _ in os.walk(output):
        if "current" in folders:
            with open(os.path.join(inside, "current", "kpi.json")) as opened:
                return [(kpi["id"], kpi["value"]) for kpi in json.load(opened)["kpis"]]
    return []


def attempt(stage: Stage, what: str, damage: Damage, outcome: Outcome, command: list[str] = (),
            may_pass: bool = False) -> str:
    """Damages the database and runs; in a word, what came of it."""
    stage.renew()
    path = os.path.join(stage.output, DATABASE)
    damage(path)
    before = snapshot(path)
    ended = stage.laboratory.run(command or stage.command)
    case = f"{stage.name} run, {what}"
    if ended.returncode == 0 and may_pass:
        found = counts(stage.output)
        outcome.check(found == counts(stage.undisturbed), f"{case}: counted {found}")
        return "harmless"
    said = ended.stderr.decode(errors="replace")
    outcome.check((ended.returncode in (73, 74) or TABLES in said) and DATABASE in said,
                  f"{case}: ended with {ended.returncode}: {said}")
    outcome.check(snapshot(path) == before, f"{case}: the database is not as it was")
    outcome.check(published(stage.output) == stage.before.current, f"{case}: published something")
    return "refused"


def read(stage: Stage, what: str, damage: Damage, outcome: Outcome) -> None:
    """The commands that read say what they can or refuse; none of them traps or hangs."""
    stage.renew()
    path = os.path.join(stage.output, DATABASE)
    damage(path)
    for words in (["history"], ["runs"], ["diff", "1", "2"]):
        ended = stage.laboratory.run([stage.laboratory.program, *words, "--database", path])
        outcome.check(ended.returncode in (0, 64, 73, 74) or TABLES.encode() in ended.stderr,
                      f"{words[0]}, {what}: ended with {ended.returncode}: {ended.stderr}")


def prove(laboratory: Laboratory, outcome: Outcome) -> None:
    """What must not happen to a damaged database: it is moved away, and a new one begun."""
    control = stages.control(laboratory)
    noticed = Outcome()
    attempt(control, "begun anew", STRANGE["no bytes"], noticed,
            ["sh", "-c", 'rm -rf "$1"; shift; exec "$@"', "sh", control.output, *control.command])
    outcome.prove("a program that begins a new database", len(noticed.failures) == 3)


def strange(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    for stage in (stages.unchanged(laboratory), stages.corrected(laboratory)):
        for what, damage in STRANGE.items():
            attempt(stage, what, damage, outcome)
            read(stage, what, damage, outcome)
    prove(laboratory, outcome)
    return outcome


def harms(laboratory: Laboratory, size: int, few: int) -> Iterator[tuple[str, Damage, bool]]:
    """Damages of a database of this size, and whether one may go unnoticed."""
    random = laboratory.random
    yield "a journal of no sense", with_journal, True
    for length in sorted(random.sample(range(2, size), few)) + [size - 1, size - PAGE]:
        yield f"cut off after {length} bytes", lambda path, to=length: os.truncate(path, to), False
    for place in laboratory.some(list(range(100)), few):
        yield f"byte {place} of the header inverted", flipped(place, 0xFF), True
    for place in sorted(random.sample(range(size), few * 4)):
        bit = 1 << random.randrange(8)
        yield f"bit {bit} of byte {place} flipped", flipped(place, bit), True
    for page in sorted(random.sample(range(size // PAGE), min(few, size // PAGE))):
        # The beginning of a page says what it is and where its cells lie.
        yield f"page {page} without its head", headless(page), True


def damaged(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    ends = Counter()
    for stage in (stages.unchanged(laboratory), stages.corrected(laboratory)):
        size = os.path.getsize(os.path.join(stage.origin, DATABASE))
        for what, damage, may_pass in harms(laboratory, size, 4 if laboratory.quick else 60):
            ends[attempt(stage, what, damage, outcome, may_pass=may_pass)] += 1
            read(stage, what, damage, outcome)
    outcome.figure = ", ".join(f"{count} {end}" for end, count in ends.items())
    prove(laboratory, outcome)
    return outcome


EXPERIMENTS = [
    Experiment("strange-database", "newer, foreign and empty databases, a folder, a pipe", strange),
    Experiment("damaged-database", "databases cut off, with flipped bits and broken pages", damaged),
]
