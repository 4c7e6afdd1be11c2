"""An export changes while it is read: what is counted is the file as it was, or as it became."""

import mmap
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import Callable

from experiment import Experiment, Outcome, Skipped
from exports import Export, content, rewrite
from laboratory import ROOT, Laboratory
from verdict import READ_FAILED, STOPPED_BY_DATA, Verdict, judge, verdict


@dataclass(frozen=True)
class Change:
    """What somebody does to a file, given what it is to hold."""

    name: str
    make: Callable[[str, bytes], None]


def replace(path: str, new: bytes) -> None:
    rewrite(path + ".tmp", new)
    os.replace(path + ".tmp", path)


def write_half(path: str, new: bytes) -> None:
    """The second half in place: what a copy looks like in the middle."""
    with open(path, "r+b") as file:
        file.seek(len(new) // 2)
        file.write(new[len(new) // 2:])


def write_and_hide(path: str, new: bytes) -> None:
    """In place, and the old time of modification set again."""
    before = os.stat(path)
    write_half(path, new)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def grow(path: str, new: bytes) -> None:
    with open(path, "ab") as file:
        file.write(new.split(b"\n", 1)[1])


def become_a_pipe(path: str, _: bytes) -> None:
    os.unlink(path)
    os.mkfifo(path)


def become_a_link(path: str, new: bytes) -> None:
    rewrite(path + ".aside", new)
    os.unlink(path)
    os.symlink(path + ".aside", path)


CHANGES = [
    Change("replaced", replace),
    Change("rewritten in place", rewrite),
    Change("half rewritten", write_half),
    Change("rewritten with its old time", write_and_hide),
    Change("grown", grow),
    Change("cut in half", lambda path, new: os.truncate(path, len(new) // 2)),
    Change("emptied", lambda path, _: os.truncate(path, 0)),
    Change("touched", lambda path, _: os.utime(path)),
    Change("removed", lambda path, _: os.unlink(path)),
    Change("made a pipe", become_a_pipe),
    Change("made a link", become_a_link),
]


def is_mixed(found: Verdict, possible: list[Verdict]) -> bool:
    """The check: neither refused nor what one of the two files alone gives."""
    if found.status in (STOPPED_BY_DATA, READ_FAILED):
        return found.is_published
    return not any(found.counts_as(one) for one in possible)


def run_stopped(laboratory: Laboratory, exports: str, call: str, number: int,
                change: Callable[[], None]) -> Verdict | None:
    """Stops the program after some system call on students.csv, makes the change and lets it go on;
    None when there are fewer such calls."""
    output, log = laboratory.fresh("judged"), laboratory.path("strace.log")
    rewrite(log, b"")
    strace = ["strace", "-f", "-qq", "-o", log, "-P", os.path.join(exports, "students.csv"),
              "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGSTOP:when={number}"]
    # Into a file: a pipe that nobody empties would stop the program for another reason.
    with tempfile.TemporaryFile() as messages:
        running = subprocess.Popen([*strace, *laboratory.arguments(exports, output)], cwd=ROOT,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages)
        try:
            stopped = None
            while stopped is None and running.poll() is None:
                time.sleep(0.002)
                stopped = re.search(rb"^(\d+) .*stopped by SIGSTOP", content(log), re.MULTILINE)
            if stopped:
                change()
            deadline = time.monotonic() + 60
            while running.poll() is None and time.monotonic() < deadline:
                # Another thread may have stopped at its own call of this number.
                if stopped:
                    os.kill(int(stopped.group(1)), signal.SIGCONT)
                time.sleep(0.01)
            if running.poll() is None:
                raise TimeoutError(f"hangs after {call} {number}")
        except ProcessLookupError:
            running.wait(60)
        finally:
            running.kill()
            running.wait()
        messages.seek(0)
        return verdict(running.returncode, messages.read(), output) if stopped else None


def changed_through_a_map(laboratory: Laboratory, exports: str, old: bytes, new: bytes,
                          number: int) -> Verdict | None:
    """A writer that had written before: its page is its own until the system writes it back, and the
    file's times stand still. Nothing that asks the system can see it."""
    path = os.path.join(exports, "students.csv")
    replace(path, old)
    with open(path, "r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
        mapped[:] = old

        def change() -> None:
            mapped[:] = new

        return run_stopped(laboratory, exports, "pread64", number, change)


def verdict_of(laboratory: Laboratory, exports: str, students: bytes) -> Verdict:
    replace(os.path.join(exports, "students.csv"), students)
    return judge(laboratory, exports)


def padded(folder: str, rows: int, nationality: str) -> bytes:
    """An export of students with more rows: all of them of one country, which the counts show."""
    students = Export(folder, "students")
    students.change("nationality", lambda _: nationality)
    first = list(students.rows)
    number = students.index("student_id")
    while len(students.rows) < rows:
        row = list(first[len(students.rows) % len(first)])
        row[number] = f"X{len(students.rows):08}"
        students.rows.append(row)
    students.write()
    return content(students.path)


def try_changes(laboratory: Laboratory, rows: int, stops: int) -> Outcome:
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    outcome = Outcome()
    exports = laboratory.exports("exports")
    path = os.path.join(exports, "students.csv")
    old, new = padded(exports, rows, "日本"), padded(exports, rows, "南韓")
    rewrite(path, old)
    before = judge(laboratory, exports)
    # The file is read three times over, in blocks of 256 KiB.
    numbers = range(1, max(6, 3 * len(old) // (256 * 1024)) + 1)
    if len(numbers) > stops:
        numbers = sorted(laboratory.random.sample(numbers, stops))
    reads = [("pread64", number) for number in numbers]
    counted = refused = 0
    for change in CHANGES[::2] if laboratory.quick else CHANGES:
        # What the file holds in the end is as good as what it held at first.
        replace(path, old)
        change.make(path, new)
        after = judge(laboratory, exports) if os.path.isfile(path) else before
        for call, number in [("openat", 1), ("openat", 2), *reads]:
            replace(path, old)
            found = run_stopped(laboratory, exports, call, number, lambda: change.make(path, new))
            if found is None:
                continue
            outcome.check(not is_mixed(found, [before, after]), f"{change.name} after {call} {number}: "
                          f"exit status {found.status}, {found.messages.strip()}")
            counted += found.is_published
            refused += not found.is_published
    possible = [before, verdict_of(laboratory, exports, new)]
    mapped = [changed_through_a_map(laboratory, exports, old, new, number) for number in numbers]
    unseen = sum(found is not None and is_mixed(found, possible) for found in mapped)
    outcome.figure = (f"{refused} refused, {counted} counted whole; through a memory map, which shows no "
                      f"time, {unseen} of {len(numbers)} mixed unseen")
    half = old[:len(old) // 2] + new[len(old) // 2:]
    outcome.prove("half of the one file and half of the other, read in peace",
                  is_mixed(verdict_of(laboratory, exports, half), possible))
    return outcome


EXPERIMENTS = [
    Experiment("changing-input", "an export changes between any two reads of it",
               lambda laboratory: try_changes(laboratory, 4000, 3 if laboratory.quick else 12)),
    Experiment("changing-large-input", "an export that several threads read changes",
               lambda laboratory: try_changes(laboratory, 30_000, 1 if laboratory.quick else 8)),
]
