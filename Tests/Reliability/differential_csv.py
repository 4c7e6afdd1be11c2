"""Python's csv module in strict mode reads the same rows, or both refuse the file.

What `preview --all` does otherwise on purpose (sources.md, section 1) stands in `expected`: blanks
around a quoted value are dropped, and those around any value; a quote inside an unquoted value
refuses the file, as do fields and rows beyond the limits; a row without any value is none.
"""

import csv
import io
import json
import random
import sys
from dataclasses import dataclass

from experiment import Experiment, Outcome
from laboratory import Laboratory

BYTE_LIMIT = 1_048_576
FIELD_LIMIT = 4096
# What Unicode calls white space and no line break, and U+FEFF.
WHITE_SPACE = "\t\x0b\x0c \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    chr(code) for code in range(0x2000, 0x200B))
# Before Python 3.11 the csv module took no NUL.
PIECES = ["a", "b1", "學", "王小明", "😀", ",", ",", ",", '"', '"', '""', " ", "\t", "\n", "\n", "\r",
          "\r\n", "\u3000", "\ufeff", ";", "'", "\\", "\x0b", "\x85", "\u2028", "統計說明", "-"]
PIECES += ["\0"] if sys.version_info >= (3, 11) else []
ENCODINGS = ["utf-8", "utf-8-sig", "cp950", "utf-16", "utf-16-be"]
# Texts that one file holds when nothing in them refuses it, and what divides them.
BUNDLE = 40
MARK = "§"


@dataclass
class Reading:
    """The rows of a text up to its end, or up to what refuses it."""

    rows: list[list[str]]
    refused: bool


def expected(text: str) -> Reading:
    """What the csv module makes of a text, but for what differs on purpose."""
    csv.field_size_limit(1 << 30)
    rows = []
    try:
        for cells in csv.reader(io.StringIO(without_blanks(text), newline=""), strict=True):
            if len(cells) > FIELD_LIMIT or any(len(cell.encode()) > BYTE_LIMIT for cell in cells):
                return Reading(rows, True)
            values = [cell.strip(WHITE_SPACE) for cell in cells]
            if any(values):
                rows.append(values)
    except csv.Error:
        return Reading(rows, True)
    return Reading(rows, False)


def without_blanks(text: str) -> str:
    """The text without blanks around quotes, which the csv module would take for a part of the
    value, and with an error of its own kind where a quote stands inside an unquoted value."""
    kept, position = [], 0

    def past(start: int, characters: str) -> int:
        while start < len(text) and text[start] in characters:
            start += 1
        return start

    while position < len(text):
        start = past(position, " \t")
        if text[start:start + 1] == '"':
            end = start + 1
            while end < len(text) and (text[end] != '"' or text[end + 1:end + 2] == '"'):
                end += 2 if text[end] == '"' else 1
            end += 1
            after = past(end, " \t")
            kept.append(text[start:end])
            position = after if after >= len(text) or text[after] in ",\r\n" else end
            if position < len(text) and text[position] not in ",\r\n":
                return "".join(kept) + text[position]
        else:
            end = position
            while end < len(text) and text[end] not in ',\r\n"':
                end += 1
            if text[end:end + 1] == '"':
                return "".join(kept) + '""x'
            kept.append(text[position:end])
            position = end
        if position < len(text):
            kept.append(text[position])
            position += 1
    return "".join(kept)


def random_text(chance: random.Random) -> str:
    """A few pieces in any order: most are refused, and early."""
    return "".join(chance.choices(PIECES, k=chance.randint(0, 30)))


def table(chance: random.Random) -> str:
    """A table as some program writes it, with titles, blank lines, ragged rows and a footer."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=chance.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
                        lineterminator=chance.choice(["\n", "\r\n", "\r"]))
    width = chance.randint(1, 6)
    for _ in range(chance.randint(0, 8)):
        kind = chance.random()
        if kind < 0.1:
            written.write(chance.choice(["\n", "\r\n", " \n", ",,\n", '""\n']))
        elif kind < 0.2:
            writer.writerow([chance.choice(["標題", "統計說明：完", "※"])] + [""] * chance.randint(0, 3))
        else:
            cells = width if chance.random() < 0.9 else chance.randint(1, 8)
            writer.writerow("".join(chance.choices(PIECES, k=chance.randint(0, 4)))
                            for _ in range(cells))
    text = written.getvalue()
    return text if chance.random() < 0.8 else text.rstrip("\r\n")


def mutated(chance: random.Random) -> str:
    """A table with a few pieces put in, left out or doubled."""
    text = table(chance)
    for _ in range(chance.randint(1, 3)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice([0, 0, 1, 1, 5]))
        middle = chance.choice(["", chance.choice(PIECES), text[start:end] * 2])
        text = text[:start] + middle + text[end:]
    return text


def beyond_the_limits() -> list[str]:
    """Fields and rows as great as may be, and greater by one."""
    return [f'a\n{field},b\n' for count in (BYTE_LIMIT, BYTE_LIMIT + 1)
            for field in ("x" * count, '"' + "x" * count + '"')] + [
            "a\n" + ",".join(["x"] * count) + "\n" for count in (FIELD_LIMIT, FIELD_LIMIT + 1)]


class Preview:
    """campus-kpi as a reader of texts, each in a file of its own."""

    def __init__(self, laboratory: Laboratory, chance: random.Random):
        self.laboratory = laboratory
        self.chance = chance

    def read(self, text: str) -> Reading:
        path = self.laboratory.path("text.csv")
        with open(path, "wb") as file:
            file.write(self.encoded(text))
        outcome = self.laboratory.run(
            [self.laboratory.program, "preview", path, "--all", "--format", "json"])
        if outcome.returncode not in (0, 65):
            return Reading([[f"ended with {outcome.returncode}"]], False)
        rows = [json.loads(line) for line in outcome.stdout.decode().split("\n")[:-1]]
        return Reading(rows, outcome.returncode == 65)

    def encoded(self, text: str) -> bytes:
        encoding = self.chance.choice(ENCODINGS)
        # A mark that stands there already is the mark.
        if text.startswith("\ufeff") or (encoding == "cp950" and not is_traditional(text)):
            encoding = "utf-8"
        return (("\ufeff" if encoding == "utf-16-be" else "") + text).encode(encoding)


def is_traditional(text: str) -> bool:
    """Whether CP950 has every character. What is valid UTF-8 as well is taken for that."""
    try:
        data = text.encode("cp950")
    except UnicodeEncodeError:
        return False
    try:
        return data.decode() == text
    except UnicodeDecodeError:
        return True


def unmarked(text: str) -> str:
    """The text without the byte order mark that it begins with: no program can tell the two."""
    return text.removeprefix("\ufeff")


def compare(outcome: Outcome, texts: list[str], read) -> None:
    """Checks every text. Those that are accepted are read many in one file, one after another."""
    accepted = []
    for text in texts:
        right = expected(unmarked(text))
        if right.refused or text.startswith("\ufeff") or len(text) > 10_000:
            outcome.check(read(text) == right, repr(text[:200]))
        else:
            accepted.append((text, right.rows))
    # One character that CP950 lacks would keep a whole file from being written in it.
    accepted.sort(key=lambda pair: is_traditional(pair[0]))
    for start in range(0, len(accepted), BUNDLE):
        compare_together(outcome, accepted[start:start + BUNDLE], read)


def compare_together(outcome: Outcome, bundle: list, read) -> None:
    joined = f"\n{MARK}\n".join(text for text, _ in bundle)
    rows = [row for _, rows in bundle for row in rows + [[MARK]]][:-1]
    together = read(joined) == Reading(rows, False)
    # Only when something is wrong is it looked for in each text by itself.
    single = [together or read(text) == Reading(rows, False) for text, rows in bundle]
    for (text, _), holds in zip(bundle, single):
        outcome.check(holds, repr(text))
    if not together and all(single):
        outcome.failures.append(f"only together: {joined!r}")


def splitting(text: str) -> Reading:
    """A reader that knows no quotes."""
    rows = [line.split(",") for line in text.splitlines()]
    return Reading([[cell.strip(WHITE_SPACE) for cell in row] for row in rows if any(row)], False)


def lenient(text: str) -> Reading:
    """A reader that goes on where it should refuse."""
    rows = [[cell.strip(WHITE_SPACE) for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""))]
    return Reading([row for row in rows if any(row)], False)


def run(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    chance = laboratory.random
    count = 300 if laboratory.quick else 2000
    texts = [make(chance) for _ in range(count) for make in (random_text, table, mutated)]
    texts += beyond_the_limits()
    compare(outcome, texts, Preview(laboratory, chance).read)
    refused = sum(expected(unmarked(text)).refused for text in texts)
    outcome.figure = f"{refused:,} must be refused"
    controls = [("a reader without quotes", splitting), ("one that never refuses", lenient)]
    for name, reader in controls:
        control = Outcome()
        compare(control, texts[:300], reader)
        outcome.prove(name, bool(control.failures))
    return outcome


EXPERIMENTS = [
    Experiment("differential-csv", "CSV read beside Python's csv module, random and mutated", run),
]
