"""Files of no use at all, from nothing to a gigabyte: refused in little memory and time."""

import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from typing import Iterable

from experiment import Experiment, Outcome, Skipped
from exports import content, rewrite
from laboratory import PERIOD, ROOT, Laboratory

MEBIBYTE = 1 << 20
LONGEST_SECONDS, GREATEST_MEBIBYTES = 60, 200
# Where a refusal must point when the row after the header is at fault.
ROW = 2


@dataclass(frozen=True)
class Monster:
    """A file as its parts, too large to be held; what must be said of it, and of which line."""

    name: str
    parts: Iterable[bytes]
    # A code of one of these, or none when the file counts as it is.
    codes: tuple[str, ...]
    # 0 when the file as a whole is meant, -1 when nobody can know the line.
    line: int = 0


@dataclass(frozen=True)
class Effort:
    """What it took to read a file, and what came of it."""

    status: int
    messages: str
    seconds: float
    mebibytes: float


def monsters(header: bytes, size: int) -> list[Monster]:
    """About as many MiB as `size` in the large ones. `header` is the first line of an export."""
    def many(unit: bytes, before: bytes = header) -> Iterable[bytes]:
        yield before
        block = unit * (MEBIBYTE // len(unit))
        for _ in range(size):
            yield block

    no_table, quoted = ("header-not-found",), ("field-too-long", "unclosed-quote")
    utf16 = header.decode().encode("utf-16-le")
    return [
        Monster("0 bytes", [b""], no_table),
        Monster("one line break", [b"\n"], no_table),
        Monster("one byte", [b"\xff"], ("unknown-encoding",), 1),
        Monster("only a BOM", [b"\xef\xbb\xbf"], no_table),
        Monster("only a header", [header], ()),
        Monster("a field of all the rest", many(b"x"), ("field-too-long",), ROW),
        Monster("a quoted field of all the rest", many(b"x\n", header + b'"'), quoted, ROW),
        Monster("columns without end", many(b"x,"), ("too-many-fields",), ROW),
        Monster("a million columns", [header, b"," * 1_000_000, b"\n"], ("too-many-fields",), ROW),
        Monster("a header of a million columns", [b"x," * 1_000_000, b"\n", header],
                ("too-many-fields",), 1),
        Monster("one line without a header", many(b"x", b""), ("field-too-long",), 1),
        Monster("only line breaks", many(b"\n", b""), no_table),
        Monster("only CR", many(b"\r"), ()),
        Monster("only quotes", many(b'"'), quoted, ROW),
        Monster("only blanks", many(b" "), ()),
        Monster("only NUL", many(b"\0", b""), ("field-too-long",), 1),
        Monster("NUL after the header", many(b"\0"), ("field-too-long",), ROW),
        Monster("rows of other bytes", many(b"\xff\xff\n"), ("unknown-encoding",), ROW),
        Monster("UTF-16 without BOM", many(utf16, b""), ("unknown-encoding", *no_table), -1),
        Monster("UTF-16 of half a unit", [b"\xff\xfe", utf16, b"x"], ("unknown-encoding",), ROW),
        Monster("UTF-32", [header.decode().encode("utf-32")], ("unknown-encoding", *no_table), -1),
    ]


def effort(laboratory: Laboratory, exports: str) -> Effort:
    """Runs `check`, which says the same as `run`, and measures the process itself."""
    command = [laboratory.program, "check", "--input", exports, "--period", PERIOD]
    log = laboratory.path("messages")
    began = time.monotonic()
    with open(log, "wb") as messages:
        running = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=messages, env={"LC_ALL": "C"})
        while True:
            process, status, usage = os.wait4(running.pid, os.WNOHANG)
            if process:
                break
            if time.monotonic() - began > LONGEST_SECONDS:
                os.kill(running.pid, signal.SIGKILL)
            time.sleep(0.005)
    running.returncode = os.waitstatus_to_exitcode(status)
    return Effort(running.returncode, content(log).decode("utf-8", "replace"), time.monotonic() - began,
                  usage.ru_maxrss / 1024)


def is_borne(found: Effort, monster: Monster) -> bool:
    """The check: the right words in bounds."""
    place = f"students.csv:{monster.line}: error: " if monster.line > 0 else "students.csv"
    told = not monster.codes or any(
        line.startswith(place) and f"[{code}]" in line
        for line in found.messages.splitlines() for code in monster.codes)
    return (told and found.status == (65 if monster.codes else 0) and found.seconds < LONGEST_SECONDS
            and found.mebibytes < GREATEST_MEBIBYTES)


def try_sizes(laboratory: Laboratory) -> Outcome:
    size = 64 if laboratory.quick else 1024
    if shutil.disk_usage(laboratory.folder).free < 4 * size * MEBIBYTE:
        raise Skipped(f"{4 * size} MiB of disk are needed")
    outcome = Outcome()
    exports = laboratory.exports("exports")
    path = os.path.join(exports, "students.csv")
    header = content(path).split(b"\n")[0] + b"\n"
    most, longest = 0.0, 0.0
    for monster in monsters(header, size):
        with open(path, "wb") as file:
            for part in monster.parts:
                file.write(part)
        found = effort(laboratory, exports)
        most, longest = max(most, found.mebibytes), max(longest, found.seconds)
        outcome.check(is_borne(found, monster), f"{monster.name}: exit status {found.status}, "
                      f"{found.seconds:.0f} s, {found.mebibytes:.0f} MiB, {found.messages[:400]}")
    outcome.figure = (f"at most {most:.0f} MiB and {longest:.1f} s, for {size:,} MiB; "
                      f"{memory_of_a_finding(laboratory, exports, header):.0f} bytes a rejected row")
    wanted = Monster("", [], ("field-too-long",), ROW)
    told = "students.csv:2: error: a field is longer than 1 MiB [field-too-long]"
    outcome.prove("200 MiB", is_borne(Effort(65, told, 1, 199), wanted)
                  and not is_borne(Effort(65, told, 1, 201), wanted))
    outcome.prove("another line", not is_borne(Effort(65, told.replace(":2", ":3"), 1, 1), wanted))
    return outcome


def memory_of_a_finding(laboratory: Laboratory, exports: str, header: bytes) -> float:
    """What one more rejected row costs: each is kept, because each is to be listed."""
    rows = 100_000
    peaks = []
    for number in (rows, 3 * rows):
        rewrite(os.path.join(exports, "students.csv"), header + b"x\n" * number)
        peaks.append(effort(laboratory, exports).mebibytes)
    return (peaks[1] - peaks[0]) * MEBIBYTE / (2 * rows)


EXPERIMENTS = [Experiment("sizes", "exports from 0 bytes to a gigabyte without sense", try_sizes)]
