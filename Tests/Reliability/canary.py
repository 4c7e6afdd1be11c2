"""What identifies a person turns up nowhere but in the evidence and the database."""

import glob
import os
import re
import resource
import shutil
import zipfile
from typing import Iterable

from broken_rules import BIRTH_DATE, CANARY, ELSEWHERE, STOPPING, break_rows, codes, mark
from experiment import Experiment, Outcome, Skipped
from exports import SOURCES, content, rewrite
from laboratory import PERIOD, ROOT, Laboratory

# Every spelling in which the canary and the birth date of broken_rules.py could be written.
WORDS = re.compile(rb"kanari|1933[-/.]?0?3[-/.]?0?3|\b0?22[-/.]0?3[-/.]0?3|22\xe5\xb9\xb4",
                   re.IGNORECASE)
# Where personal data are at home: below evidence/ but for the messages, and in the database.
AT_HOME = re.compile(
    r"/(evidence/(kpi-\d+|corrections)\.csv|restatement\.csv|campus-kpi\.sqlite[\w.-]*)$")
LOUDNESS = [["--quiet"], [], ["--format", "json"]]


def leaks(folder: str) -> Iterable[str]:
    """The check: every file of a folder that holds the canary and is not its home."""
    for inside, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(inside, name)
            if os.path.isfile(path) and not AT_HOME.search(path) and WORDS.search(whole_text(path)):
                yield os.path.relpath(path, folder)


def whole_text(path: str) -> bytes:
    """The bytes of a file; of a workbook those of its parts."""
    if not zipfile.is_zipfile(path):
        return content(path)
    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(part) for part in package.namelist())


class Office:
    """An office whose logs, reports, temporary files and cores are all kept below one folder."""

    def __init__(self, laboratory: Laboratory):
        self.laboratory = laboratory
        self.folder = laboratory.fresh("office")
        self.output = os.path.join(self.folder, "output")
        self.seen: set[str] = set()
        os.makedirs(os.path.join(self.folder, "tmp"))
        # Enough rows are wrong to stop every run; here they are to be told, row by row.
        self.pipelines = laboratory.path("pipelines")
        shutil.rmtree(self.pipelines, ignore_errors=True)
        shutil.copytree(os.path.join(ROOT, "pipelines"), self.pipelines)
        for source in SOURCES:
            path = os.path.join(self.pipelines, "sources", f"{source}.yaml")
            rewrite(path, content(path).replace(b"\ncolumns:", b"\nreject_limit: 99%\ncolumns:"))

    def call(self, *arguments: str, before: list[str] = (), **settings) -> int:
        """Runs the program, and keeps what it says as a log."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "SWIFT_BACKTRACE": "enable=yes",
                       "TMPDIR": os.path.join(self.folder, "tmp")}
        finished = self.laboratory.run(
            [self.laboratory.program, *arguments, "--pipelines", self.pipelines], before,
            cwd=self.folder, env=environment, **settings)
        number = len(os.listdir(self.folder))
        rewrite(os.path.join(self.folder, f"log {number}"), finished.stdout + finished.stderr)
        self.seen |= set(re.findall(r"\[([a-z-]+)\]", (finished.stdout + finished.stderr).decode()))
        return finished.returncode

    def run(self, exports: str, *options: str, **settings) -> int:
        return self.call("run", "nightly", "--input", exports, "--period", PERIOD,
                         "--output", self.output, *options, **settings)


def marked(laboratory: Laboratory) -> str:
    exports = laboratory.exports("exports")
    mark(exports)
    return exports


def try_every_rule(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    office = Office(laboratory)
    for language in ("en", "zh"):
        for loudness in LOUDNESS:
            options = ["--language", language, *loudness]
            office.output = os.path.join(office.folder, " ".join(["output", *options]))
            exports = marked(laboratory)
            # A night before, so that the next one has changes to tell.
            outcome.check(office.run(exports, *options) == 0, f"the marked exports, {options}")
            for name, fault in list(STOPPING.items())[:: 6 if laboratory.quick else 1]:
                exports = marked(laboratory)
                fault(exports)
                status = office.run(exports, *options)
                outcome.check(status == 65, f"{name}, {options}: exit status {status}")
            exports = marked(laboratory)
            break_rows(exports)
            status = office.run(exports, *options)
            outcome.check(status == 0, f"rows of every fault, {options}: exit status {status}")
            office.call("check", "--input", exports, "--period", PERIOD, "--language", language)
            office.call("lint", "--language", language)
            for command in (["history"], ["runs"], ["explain", "4"], ["report", "1"]):
                office.call(*command, "--output", office.output, "--language", language)
    found = list(leaks(office.folder))
    outcome.check(not found, f"the canary is in {found}")
    unseen = {code for code in codes() - ELSEWHERE
              if not any(seen.startswith(code) for seen in office.seen)}
    if not laboratory.quick:
        outcome.check(not unseen, f"no fault led to {unseen}")
    outcome.figure = f"{len(office.seen)} codes in {len(glob.glob(office.folder + '/log *'))} logs"
    prove_leaks(laboratory, outcome)
    return outcome


def prove_leaks(laboratory: Laboratory, outcome: Outcome) -> None:
    folder = laboratory.path("leaking")
    os.makedirs(folder)
    rewrite(os.path.join(folder, "log"), f"students.csv:2: error: {CANARY.lower()} is wrong".encode())
    rewrite(os.path.join(folder, "core"), b"\0\1" + BIRTH_DATE.encode())
    with zipfile.ZipFile(os.path.join(folder, "kpi.xlsx"), "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", f"<t>{CANARY}</t>")
    outcome.prove("a log, a core and a workbook with the canary",
                  sorted(leaks(folder)) == ["core", "kpi.xlsx", "log"])


def try_crashes(laboratory: Laboratory) -> Outcome:
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    with open("/proc/sys/kernel/core_pattern", encoding="utf-8") as pattern:
        where = pattern.read().strip()
    outcome = Outcome(figure=f"core_pattern is {where}")
    office = Office(laboratory)
    exports = marked(laboratory)
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    calls = {"pread64": 60, "pwrite64": 60, "write": 60, "renameat": 2, "fsync": 12}
    for signal in ("SIGSEGV", "SIGABRT", "SIGKILL"):
        for call, most in calls.items():
            for number in range(1, most, most // 2 if laboratory.quick else max(1, most // 8)):
                strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                          "-e", f"inject={call}:signal={signal}:when={number}"]
                office.run(exports, before=strace,
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, unlimited))
                found = list(leaks(office.folder))
                outcome.check(not found, f"{signal} at {call} {number}: the canary is in {found}")
                for name in found:
                    os.remove(os.path.join(office.folder, name))
    # A program that leaves a core here shows that one would be found.
    crashed = laboratory.run(
        ["python3", "-c", f"import os; word = '{CANARY}'; os.abort()"], cwd=office.folder,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, unlimited))
    outcome.prove("another program that crashes and leaves its core",
                  crashed.returncode < 0 and (where != "core" or any(leaks(office.folder))))
    return outcome


EXPERIMENTS = [
    Experiment("canary", "a personal word in every personal column of files that break every rule",
               try_every_rule),
    Experiment("canary-crash", "the same, and the program crashes", try_crashes),
]
