"""Paths and links that lead out of the project and the input folder, and files that are no files."""

import collections
import glob
import os
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass
from typing import Callable

from experiment import Experiment, Outcome, Skipped
from exports import content, rewrite
from laboratory import PERIOD, ROOT, Laboratory

DATA, DEFINITIONS = 65, 78
# A program that waits for a pipe to be written waits longer.
LONGEST_SECONDS = 20
# Where an absolute path is a place that somebody chose.
PLACES = {"input", "output", "database"}


@dataclass(frozen=True)
class Attempt:
    """How a call ended; nothing opened outside, unless `opened` says so. No status: it hung."""

    status: int | None
    messages: str
    opened: tuple[str, ...]

    def is_refused(self, status: int) -> bool:
        """The check: in time, with the status that fits, and nothing outside was opened."""
        return self.status == status and not self.opened and "error: " in self.messages


class Project:
    """A project folder with definitions and exports, and a folder outside that nothing may open."""

    def __init__(self, laboratory: Laboratory):
        self.laboratory = laboratory
        self.folder, self.outside = laboratory.path("project"), laboratory.path("outside")
        self.pipelines = os.path.join(self.folder, "pipelines")
        self.input = os.path.join(self.folder, "samples/clean")
        self.fresh()

    def fresh(self) -> None:
        for name in ("pipelines", "samples/clean"):
            for folder in (self.folder, self.outside):
                shutil.rmtree(os.path.join(folder, name), ignore_errors=True)
                shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name))
        shutil.rmtree(os.path.join(self.folder, "output"), ignore_errors=True)

    def attempt(self, *command: str) -> Attempt:
        """The program called in the project as its pipeline file says, without an option more."""
        log = self.laboratory.path("strace.log")
        strace = ["strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=open,openat"]
        run = [self.laboratory.program, "run", "nightly", "--period", PERIOD]
        status, messages = None, b""
        try:
            finished = self.laboratory.run(list(command) or run, strace, cwd=self.folder,
                                           timeout=LONGEST_SECONDS)
            status, messages = finished.returncode, finished.stderr
        except subprocess.TimeoutExpired:
            pass
        opened = re.findall(rf"= \d+<({re.escape(self.outside)}[^>]*|/dev/zero)>",
                            content(log).decode("utf-8", "replace"))
        return Attempt(status, messages.decode("utf-8", "replace"), tuple(opened))


def become(path: str) -> dict[str, Callable[[], object]]:
    """What stands in a file's place instead of the file."""
    def listen() -> None:
        # A socket's path is short: it is made where it belongs from beside it.
        here = os.open(".", os.O_RDONLY)
        os.chdir(os.path.dirname(path))
        socket.socket(socket.AF_UNIX).bind(os.path.basename(path))
        os.fchdir(here)
        os.close(here)

    kinds = {"a pipe": lambda: os.mkfifo(path), "a folder": lambda: os.mkdir(path), "a socket": listen,
             "a link to itself": lambda: os.symlink(os.path.basename(path), path),
             "a link to nothing": lambda: os.symlink("nothing", path),
             "a link to /dev/zero": lambda: os.symlink("/dev/zero", path)}
    if os.geteuid() == 0:
        kinds["a device"] = lambda: os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))
    return kinds


def remove(path: str) -> None:
    shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)


def try_files(laboratory: Laboratory) -> Outcome:
    """Each file of the definitions and of the exports in turn is something else."""
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    outcome, project = Outcome(), Project(laboratory)
    # The second night: what is no file must not pass for exports that have not changed.
    outcome.check(project.attempt().status == 0, "the project as it is")
    definitions = [path for path in glob.glob(f"{project.pipelines}/**/*.*", recursive=True)
                   if path.endswith((".yaml", ".csv")) and "open-data" not in path]
    exports = glob.glob(f"{project.input}/*.csv") + [
        os.path.join(project.input, name)
        for name in ("students-2.csv", "corrections.csv", "manifest.csv")]
    places = [(path, DEFINITIONS) for path in definitions] + [(path, DATA) for path in exports]
    for path, status in places:
        outside = path.replace(project.folder, project.outside)
        kinds = become(path) | {"a link to the same outside": lambda: os.symlink(outside, path)}
        for kind in laboratory.random.sample(list(kinds), 1) if laboratory.quick else kinds:
            kept = content(path) if os.path.exists(path) else None
            if kept is None:
                rewrite(outside, b"")
            else:
                os.unlink(path)
            kinds[kind]()
            found = project.attempt()
            outcome.check(found.is_refused(status),
                          f"{os.path.relpath(path, project.folder)} is {kind}: {found}")
            remove(path)
            if kept is not None:
                rewrite(path, kept)
    for folder in ("sources", "codes", "kpis", "kpis/kpi-04", "kpis/terms", "reports"):
        path = os.path.join(project.pipelines, folder)
        shutil.rmtree(path)
        os.symlink(path.replace(project.folder, project.outside), path)
        found = project.attempt()
        outcome.check(found.status == DEFINITIONS and not any(map(os.path.isfile, found.opened)),
                      f"pipelines/{folder} is a link to outside: {found}")
        project.fresh()
    pipe = os.path.join(project.folder, "pipe")
    os.mkfifo(pipe)
    outcome.prove("a program that follows a link", bool(project.attempt("cat", os.path.join(
        project.outside, "pipelines/targets.csv")).opened))
    outcome.prove("one that waits for a pipe", project.attempt("cat", pipe).status is None)
    return outcome


def words(text: str) -> dict[str, re.Match]:
    """One place for each key of a YAML text whose value is a word, and one for the items of a list."""
    found = {}
    places = r"(?:(\w+): |^ +(-) |\[)([^\s{}\[\],\"#:]+)(?=[\s,}\]])"
    for place in re.finditer(places, text, re.MULTILINE):
        found.setdefault(place.group(1) or place.group(2) or "[", place)
    return found


def try_words(laboratory: Laboratory) -> Outcome:
    """Each word that a definition may hold in turn is a path."""
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    outcome, project = Outcome(), Project(laboratory)
    outside = os.path.join(project.outside, "samples/clean")
    paths = {"a way up": "../outside/samples/clean", "an absolute path": outside,
             "a way up below": "codes/../../outside/pipelines", "a device": "/dev/zero",
             "a home": "~root"}
    statuses: collections.Counter = collections.Counter()
    for name in ("nightly.yaml", "sources/students.yaml", "sources/publications.yaml",
                 "kpis/terms/2020-08-01.yaml", "kpis/kpi-08/2020-08-01.yaml",
                 "kpis/kpi-09/2020-08-01.yaml", "reports/kpi-04.yaml"):
        path = os.path.join(project.pipelines, name)
        text = content(path).decode()
        for key, place in words(text).items():
            for kind in laboratory.random.sample(list(paths), 1) if laboratory.quick else paths:
                if key in PLACES and not kind.startswith("a way up"):
                    continue
                rewrite(path, (text[:place.start(3)] + paths[kind] + text[place.end(3):]).encode())
                found = project.attempt()
                statuses[found.status] += 1
                # A title or a reason is a text, whatever it says, and so is the header of a column.
                fitting = (DEFINITIONS,) if key in PLACES else (0, DATA, DEFINITIONS)
                outcome.check(not found.opened and found.status in fitting,
                              f"{name}: {key} is {kind}: {found}")
                shutil.rmtree(os.path.join(project.folder, "output"), ignore_errors=True)
        rewrite(path, text.encode())
    pipeline = os.path.join(project.pipelines, "nightly.yaml")
    rewrite(pipeline, content(pipeline).replace(b"samples/clean", outside.encode()))
    outcome.prove("the input folder outside, which somebody may choose", bool(project.attempt().opened))
    outcome.figure = ", ".join(f"{count} end with {status}"
                               for status, count in sorted(statuses.items()))
    return outcome


EXPERIMENTS = [
    Experiment("links", "each definition and export is a link, a pipe, a device, a folder or a socket",
               try_files),
    Experiment("paths", "each word of the definitions is a path that leads out", try_words),
]
