"""Lets system calls fail as a full or a broken disk does."""

from collections import Counter
from typing import Callable

import stages
import strace
from experiment import Experiment, Outcome
from laboratory import Laboratory
from stages import Stage

CAUSES = {"ENOSPC": "No space left on device", "EIO": "Input/output error"}
READING = ("read", "pread64", "getdents64")
# Which opens go with them.
CREATING = "O_CREAT"
NONE = "(?!)"
# What may fail without harm, such as removing a scratch file, opening the file of the time zone, or
# SQLite's synchronising the folder of its journal.
OPTIONAL = ("openat", "unlink", "unlinkat", "fchmod", "fdatasync", *READING)


def fail(stage: Stage, command: list[str], site: strace.Site, error: str, outcome: Outcome) -> str:
    """Lets one call fail and checks how the run ends; in a few words, what came of it."""
    stage.renew()
    ended, case = strace.disturbed(stage.laboratory, command, site, f"error={error}")
    case = f"{stage.name} run, {case}"
    if ended.returncode == 127 and b"error while loading shared libraries" in ended.stderr:
        return "in the loader"
    if ended.returncode == 0 and site.call in OPTIONAL:
        holds = stage.state() == stage.after and stages.contents(stage.output).keys() == stage.left
        outcome.check(holds, f"{case}: ended with 0 and left {stage.standing()}")
        return "harmless"
    stage.examine_refusal(ended, CAUSES[error], case, outcome)
    if site.number % 8 == 0:
        problem = stage.heal()
        outcome.check(not problem, f"{case}: the next run {problem}")
    return "refused"


def failing(
    prepare: Callable[[Laboratory], Stage], calls: tuple[str, ...], opens: str, errors: list[str],
    few: int
) -> Callable[[Laboratory], Outcome]:
    """Lets each of these calls fail with the errors in turn."""
    def run(laboratory: Laboratory) -> Outcome:
        strace.demand()
        outcome = Outcome()
        ends = Counter()
        stage = prepare(laboratory)
        for site in laboratory.some(strace.sites(stage, calls, opens), few):
            error = errors[site.number % len(errors)]
            ends[fail(stage, stage.command, site, error, outcome)] += 1
        outcome.figure = ", ".join(f"{count:,} {end}" for end, count in ends.most_common())
        control = stages.control(laboratory)
        noticed = Outcome()
        for place in (3, 11, 23):
            fail(control, control.careless, strace.Site("fsync", place), "ENOSPC", noticed)
        outcome.prove("a full disk under a program that writes over what is published",
                      len(noticed.failures) == 3)
        return outcome

    return run


EXPERIMENTS = [
    Experiment("fail-first", "ENOSPC or EIO at every call that writes of a first run",
               failing(stages.first, strace.WRITING, CREATING, ["ENOSPC", "EIO"], 25)),
    Experiment("fail-corrected", "EIO or ENOSPC at every call that writes of a corrected run",
               failing(stages.corrected, strace.WRITING, CREATING, ["EIO", "ENOSPC"], 25)),
    Experiment("fail-unchanged", "ENOSPC or EIO at every call that writes or opens of a rerun",
               failing(stages.unchanged, strace.WRITING, "", ["ENOSPC", "EIO"], 20)),
    Experiment("fail-reading", "EIO at every call that reads of a corrected run",
               failing(stages.corrected, READING, NONE, ["EIO"], 20)),
]
