"""What a run makes of a folder of exports, in a form in which two runs can be compared."""

import csv
import glob
import json
import os
from dataclasses import dataclass

from laboratory import PERIOD, Laboratory

# Exit statuses (sysexits) that an experiment names.
STOPPED_BY_DATA, READ_FAILED = 65, 74


@dataclass(frozen=True)
class Verdict:
    """The outcome of one run into an output folder of its own."""

    status: int
    messages: str
    # What findings.csv says, each as `file:line code`; empty when nothing was published.
    findings: frozenset[str]
    # The fourteen KPIs of kpi.json, without the list of inputs, whose checksums differ anyway.
    numbers: str
    # What was written row by row: evidence/kpi-NN.csv and tables/*.csv, by name.
    rows: tuple[tuple[str, str], ...]

    @property
    def is_published(self) -> bool:
        return self.numbers != ""

    @property
    def is_refused(self) -> bool:
        """Whether the data stopped the run, and nothing was published."""
        return self.status == STOPPED_BY_DATA and not self.is_published and "error: " in self.messages

    def counts_as(self, other: "Verdict") -> bool:
        """Whether the same was counted from the same rows; findings may differ."""
        return self.is_published and self.numbers == other.numbers and self.rows == other.rows


def judge(laboratory: Laboratory, exports: str, *options: str) -> Verdict:
    """Runs the main job on the exports; a run that hangs raises."""
    output = laboratory.fresh("judged")
    finished = laboratory.run([*laboratory.arguments(exports, output), *options])
    return verdict(finished.returncode, finished.stderr, output)


def verdict(status: int, messages: bytes, output: str) -> Verdict:
    """The verdict of a run that has ended."""
    current = os.path.join(output, "nightly", PERIOD, "current")
    findings, numbers, rows = frozenset(), "", ()
    if os.path.exists(current):
        with open(os.path.join(current, "kpi.json"), encoding="utf-8") as file:
            numbers = json.dumps(json.load(file)["kpis"], ensure_ascii=False)
        names = sorted(glob.glob("evidence/kpi-*.csv", root_dir=current)
                       + glob.glob("tables/*.csv", root_dir=current))
        rows = tuple((name, read(os.path.join(current, name))) for name in names)
        listed = csv.DictReader(read(os.path.join(current, "evidence/findings.csv")).splitlines())
        findings = frozenset(f"{line['file']}:{line['line']} {line['code']}" for line in listed)
    return Verdict(status, messages.decode("utf-8", "replace"), findings, numbers, rows)


def read(path: str) -> str:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read()


def share(part: int, whole: int) -> str:
    """A percentage for a figure of the table; never 0 % or 100 % of what is not quite that."""
    percent = 100 * part / whole if whole else 0
    if 0 < percent < 0.05 or 99.95 <= percent < 100:
        return f"{part} of {whole:,}"
    return f"{percent:.1f} %"
