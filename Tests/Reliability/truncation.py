"""An export that ends too early: every byte of its last rows is tried as its end."""

import csv
import hashlib
import io
import os
import re
from dataclasses import dataclass

from experiment import Experiment, Outcome
from exports import SOURCES, content, rewrite
from laboratory import PERIOD, Laboratory
from verdict import STOPPED_BY_DATA, share


@dataclass(frozen=True)
class Check:
    """What `campus-kpi check` says of one source."""

    status: int
    # Findings about the source's file, with the line.
    findings: tuple[str, ...]
    rows: int


def check(laboratory: Laboratory, exports: str, source: str) -> Check:
    finished = laboratory.run([laboratory.program, "check", "--input", exports, "--period", PERIOD])
    table = re.search(rf"^{source} .* (\d+) +\d+ +\d+$", finished.stdout.decode(), re.MULTILINE)
    findings = re.findall(rf"^({source}\.csv.*)$", finished.stderr.decode(), re.MULTILINE)
    return Check(finished.returncode, tuple(findings), int(table.group(1)) if table else 0)


def is_silent_loss(found: Check, whole: Check) -> bool:
    """The check: fewer rows, and nobody is told."""
    return found.status == 0 and found.rows < whole.rows and found.findings == whole.findings


def cuts(text: bytes, rows: int) -> range:
    """The lengths that end within the last rows, line break and all."""
    start = len(text)
    for _ in range(rows + 1):
        start = text.rindex(b"\n", 0, start)
    return range(start + 1, len(text))


def looks_whole(cut: bytes) -> bool:
    """Whether the last row has all its cells: then no reader can know that more was to come."""
    rows = list(csv.reader(io.StringIO(cut.decode("utf-8", "replace"))))
    return len(rows[-1]) == len(rows[0])


def try_every_end(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    told = at_row_end = in_last_cell = 0
    losses = []
    for source in SOURCES:
        exports = laboratory.exports("exports")
        path = os.path.join(exports, f"{source}.csv")
        text = content(path)
        whole = check(laboratory, exports, source)
        for length in cuts(text, rows=3)[::8 if laboratory.quick else 1]:
            cut = text[:length]
            rewrite(path, cut)
            found = check(laboratory, exports, source)
            if found.status != 0 or found.findings != whole.findings:
                told += 1
            elif cut.endswith(b"\n"):
                at_row_end += 1
            else:
                in_last_cell += 1
            outcome.check(looks_whole(cut) or not is_silent_loss(found, whole),
                          f"{source}.csv cut to {length} bytes: {found.rows} of {whole.rows} rows")
        rewrite(path, text[:text.rindex(b"\n", 0, -1) + 1])
        losses.append(is_silent_loss(check(laboratory, exports, source), whole))
    outcome.prove("each source cut at the end of a row", all(losses))
    outcome.figure = (f"{share(told, outcome.tried)} told with the line; without a manifest "
                      f"{at_row_end} ends of rows and {in_last_cell} ends within a last cell look like "
                      "a shorter export")
    return outcome


def try_every_end_with_a_manifest(laboratory: Laboratory) -> Outcome:
    """What the cuts that look whole come to when a manifest says what was sent."""
    outcome = Outcome()
    by_rows = 0
    for source in SOURCES:
        exports = laboratory.exports("exports")
        path, manifest = (os.path.join(exports, name) for name in (f"{source}.csv", "manifest.csv"))
        text = content(path)
        rows = check(laboratory, exports, source).rows
        for length in cuts(text, rows=1)[::16 if laboratory.quick else 1]:
            rewrite(path, text[:length])
            case = f"{source}.csv cut to {length} bytes"
            rewrite(manifest, f"file,rows\n{source}.csv,{rows}\n".encode())
            found = check(laboratory, exports, source)
            by_rows += found.status == STOPPED_BY_DATA
            # A row without its last cell's end is still a row.
            outcome.check(found.status == STOPPED_BY_DATA or found.rows == rows, f"{case}, rows given")
            rewrite(manifest, f"file,sha256\n{source}.csv,{hashlib.sha256(text).hexdigest()}\n".encode())
            outcome.check(check(laboratory, exports, source).status == STOPPED_BY_DATA,
                          f"{case}, SHA-256 given")
    os.remove(manifest)
    outcome.prove("a cut export without a manifest",
                  check(laboratory, exports, source).status != STOPPED_BY_DATA)
    outcome.figure = f"SHA-256 refuses all, rows alone {share(by_rows, outcome.tried // 2)}"
    return outcome


EXPERIMENTS = [
    Experiment("cut", "exports cut at every byte of their last rows", try_every_end),
    Experiment("cut-with-manifest", "the same, with a manifest", try_every_end_with_a_manifest),
]
