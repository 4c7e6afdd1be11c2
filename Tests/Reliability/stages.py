"""The runs that experiments disturb, and what may be published after one of them was."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

from experiment import Outcome
from laboratory import Laboratory, published

DATABASE = "campus-kpi.sqlite"
NEITHER = "neither before nor after"
# The words for what libraries keep to themselves: SQLite takes a page that cannot be read for a damaged
# one and a file that cannot be opened for a read-only one, and Swift goes on without the words of a call.
SECONDHAND = ("database or disk is full|disk I/O error|the database .* is damaged|readonly database|"
              "unable to open database file$|cannot write an XLSX workbook by way of|"
              "cannot read the words of the call from /proc/self/maps")
CARELESS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "careless.py")


@dataclass(frozen=True)
class State:
    """What the readers of an output folder see."""

    # What `current` leads to, as digests, and what `campus-kpi history` tells.
    current: dict[str, str]
    recorded: list


class Stage:
    """A run of one kind: what was published before it, and what it publishes undisturbed."""

    def __init__(self, laboratory: Laboratory, name: str, earlier: str | None, exports: str):
        """Prepares `name`, a run of `exports` after one of `earlier`, or the first of all."""
        self.laboratory = laboratory
        self.name = name
        self.exports = laboratory.exports(f"{name} input", exports)
        self.output = laboratory.path(f"{name} output")
        self.origin = laboratory.path(f"{name} before")
        self.undisturbed = laboratory.path(f"{name} after")
        if earlier:
            self.expect_success(laboratory.exports(f"{name} earlier", earlier), self.origin)
        self.renew()
        self.before = self.state()
        self.expect_success(self.exports, self.output)
        shutil.copytree(self.output, self.undisturbed, symlinks=True)
        self.after = self.state()
        self.left = contents(self.output).keys()
        self.healed: set[str] = set()
        self.between = 0

    def expect_success(self, exports: str, output: str) -> None:
        ended = self.laboratory.run(self.laboratory.arguments(exports, output))
        if ended.returncode != 0:
            raise RuntimeError(f"an undisturbed run ends with {ended.returncode}: {ended.stderr}")

    @property
    def command(self) -> list[str]:
        return self.laboratory.arguments(self.exports, self.output)

    @property
    def careless(self) -> list[str]:
        """A negative control in the place of the command: writes over what is published."""
        return [sys.executable, CARELESS, self.undisturbed, self.output]

    def renew(self) -> None:
        """Puts back what was published before."""
        shutil.rmtree(self.output, ignore_errors=True)
        if os.path.exists(self.origin):
            shutil.copytree(self.origin, self.output, symlinks=True)
        for name in os.listdir(self.laboratory.temporary):
            os.unlink(os.path.join(self.laboratory.temporary, name))

    def state(self) -> State:
        return State(published(self.output), recorded(self.laboratory, self.output))

    def standing(self) -> str:
        """Which of the two published states there is; 'between' when the database has committed and
        the link is still to be switched, which shows every reader of the reports the one before."""
        state = self.state()
        if state == self.before:
            return "before"
        if state == self.after:
            return "after"
        if state == State(self.before.current, self.after.recorded):
            return "between"
        return f"{NEITHER}: " + difference(state.current, self.after.current)

    def examine(self, case: str, outcome: Outcome) -> None:
        """Checks what a run that was stopped has left, and that the next one heals it."""
        left = [name for name in os.listdir(self.laboratory.temporary)
                if os.path.getsize(os.path.join(self.laboratory.temporary, name))]
        standing = self.standing()
        self.between += standing == "between"
        outcome.check(standing in ("before", "after", "between") and not left,
                      f"{case}: {standing}" + "".join(f", {name} left behind" for name in left))
        # A folder that looked the same was healed already.
        fingerprint = hashlib.sha256(repr(sorted(contents(self.output).items())).encode()).hexdigest()
        if fingerprint not in self.healed:
            problem = self.heal()
            outcome.check(not problem, f"{case}: the next run {problem}")
            self.healed.add(fingerprint)

    def examine_refusal(self, ended: subprocess.CompletedProcess, cause: str, case: str,
                        outcome: Outcome) -> None:
        """Checks a run that could not read or write: how it ends, what it says, what it leaves."""
        said = ended.stderr.decode(errors="replace").strip()
        outcome.check(ended.returncode in (73, 74), f"{case}: ended with {ended.returncode}: {said}")
        outcome.check(bool(re.search(f"{cause}|{SECONDHAND}", said, re.MULTILINE)) and "/" in said,
                      f"{case}: does not name path and cause: {said}")
        outcome.check(self.state() == self.before, f"{case}: left {self.standing()}")

    def heal(self) -> str:
        """Runs once more, undisturbed; what is wrong then, or nothing."""
        ended = self.laboratory.run(self.command)
        if ended.returncode != 0:
            return f"ends with {ended.returncode}: {ended.stderr.decode()}"
        if self.state() != self.after:
            return "leaves " + self.standing()
        left = contents(self.output).keys() ^ self.left
        return "leaves or lacks " + ", ".join(sorted(map(str, left))) if left else ""


def first(laboratory: Laboratory) -> Stage:
    return Stage(laboratory, "first", None, "clean")


def unchanged(laboratory: Laboratory) -> Stage:
    return Stage(laboratory, "unchanged", "clean", "clean")


def corrected(laboratory: Laboratory) -> Stage:
    return Stage(laboratory, "corrected", "clean", "corrections")


def control(laboratory: Laboratory) -> Stage:
    """A corrected run of its own for a negative control."""
    return Stage(laboratory, "control", "clean", "corrections")


def all_of(laboratory: Laboratory) -> list[Stage]:
    return [first(laboratory), unchanged(laboratory), corrected(laboratory)]


def recorded(laboratory: Laboratory, output: str) -> list:
    """What `campus-kpi history` tells, but for the times and numbers of the runs. Asked of a copy, for
    who opens a database after a crash heals it, and that is left to the next run."""
    copy = laboratory.path("asked")
    shutil.rmtree(copy, ignore_errors=True)
    os.mkdir(copy)
    for name in (DATABASE, DATABASE + "-journal"):
        if os.path.exists(os.path.join(output, name)):
            shutil.copy(os.path.join(output, name), copy)
    told = laboratory.run([laboratory.program, "history", "--format", "json",
                           "--database", os.path.join(copy, DATABASE)])
    # 66: there is no database yet.
    if told.returncode == 66:
        return []
    if told.returncode != 0:
        return [f"history ends with {told.returncode}: {told.stderr.decode()}"]
    return [{name: value for name, value in entry.items() if name not in ("run", "started")}
            for entry in json.loads(told.stdout)]


def contents(folder: str) -> dict[tuple[str, int], str]:
    """Everything below a folder by path and mode, with its digest."""
    found = {}
    for inside, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(inside, name)
            key = (os.path.relpath(path, folder), os.lstat(path).st_mode)
            if os.path.islink(path):
                found[key] = os.readlink(path)
            elif name in files:
                with open(path, "rb") as opened:
                    found[key] = hashlib.sha256(opened.read()).hexdigest()
            else:
                found[key] = ""
    return found


def difference(found: dict[str, str], wanted: dict[str, str]) -> str:
    differing = [path for path in sorted(found.keys() | wanted.keys())
                 if found.get(path) != wanted.get(path)]
    return f"{len(differing)} of {len(wanted)} differ: {', '.join(differing[:3])}"
