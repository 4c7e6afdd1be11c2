"""Faults at a system call, put there by strace."""

import re
import subprocess
from collections import Counter
from dataclasses import dataclass

from experiment import Skipped
from laboratory import Laboratory
from stages import Stage

# What changes files and folders, or brings them to the disk; `openat` as well only reads.
WRITING = ("write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "renameat", "renameat2",
           "unlink", "unlinkat", "mkdir", "mkdirat", "symlink", "symlinkat", "fchmod", "fchmodat",
           "flock")


@dataclass(frozen=True, order=True)
class Site:
    """The n-th system call of a name that a run makes."""

    call: str
    number: int


def demand() -> None:
    try:
        allowed = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
    except FileNotFoundError:
        raise Skipped("strace is not installed") from None
    if allowed.returncode != 0:
        raise Skipped("strace may not trace here")


def traced(laboratory: Laboratory, command: list[str], *options: str):
    """Runs a command under strace: how it ended, and the lines of the trace.

    On one thread, for strace counts the calls of each thread by itself: with several, the n-th call
    of most of them would never be the one that is disturbed."""
    trace = laboratory.path("trace")
    ended = laboratory.run(
        command, before=["strace", "-f", "-qq", "-y", "-s", "0", "-o", trace, *options, "--"],
        env={**laboratory.environment, "CAMPUS_KPI_THREADS": "1"})
    with open(trace, errors="replace") as opened:
        return ended, opened.read().splitlines()


def sites(stage: Stage, calls: tuple[str, ...], opens: str) -> list[Site]:
    """Every such call that a run of this stage makes, and every open whose line in the trace matches
    `opens`, in the order of the names."""
    stage.renew()
    _, lines = traced(stage.laboratory, stage.command, "--seccomp-bpf",
                      "-e", "trace=openat," + ",".join(calls))
    counted = Counter()
    found = []
    for line in lines:
        if called := re.match(r"\d+ +(\w+)\(", line):
            counted[called[1]] += 1
            if called[1] != "openat" or re.search(opens, line):
                found.append(Site(called[1], counted[called[1]]))
    return sorted(found)


def disturbed(laboratory: Laboratory, command: list[str], site: Site, effect: str):
    """Runs a command with a fault at one call, such as `signal=KILL` or `error=ENOSPC`: how it ended,
    and the case in words, with what the call was about."""
    # The filter makes strace three times as fast, and makes it lose signals.
    options = [] if effect.startswith("signal=") else ["--seccomp-bpf"]
    ended, lines = traced(
        laboratory, command, *options, "-e", f"trace={site.call}",
        "-e", f"inject={site.call}:{effect}:when={site.number}")
    calls = [line for line in lines if re.match(rf"\d+ +{site.call}\(", line)]
    hit = re.sub(r"^\d+ +", "", calls[site.number - 1]) if len(calls) >= site.number else "not reached"
    return ended, f"{effect} at {site.call} {site.number}, {hit}"
