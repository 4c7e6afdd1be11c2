"""Ends runs by a signal at every system call that writes, and looks at what is left."""

import re
import signal
from typing import Callable

import stages
import strace
from experiment import Experiment, Outcome
from laboratory import Laboratory
from stages import Stage

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def calls(stage: Stage) -> list[strace.Site]:
    """What a run does to files, and its opens of them; a kill at what it only reads leaves the same as
    one at the next of these."""
    opens = f"{re.escape(stage.output)}|{re.escape(stage.laboratory.temporary)}"
    return strace.sites(stage, strace.WRITING, opens)


def stop(stage: Stage, command: list[str], site: strace.Site, sent: signal.Signals,
         outcome: Outcome) -> None:
    stage.renew()
    ended, case = strace.disturbed(
        stage.laboratory, command, site, f"signal={sent.name.removeprefix('SIG')}")
    case = f"{stage.name} run, {case}"
    outcome.check(ended.returncode == -sent, f"{case}: ended with {ended.returncode}")
    stage.examine(case, outcome)


def prove(stage: Stage, outcome: Outcome, sent: signal.Signals) -> None:
    """The same with a program that writes over what is published."""
    noticed = Outcome()
    for place in (3, 11, 23):
        stop(stage, stage.careless, strace.Site("fsync", place), sent, noticed)
    outcome.prove(f"{sent.name} to a program that writes over what is published",
                  sum(stages.NEITHER in failure for failure in noticed.failures) == 3)


def killed(prepare: Callable[[Laboratory], Stage], few: int) -> Callable[[Laboratory], Outcome]:
    def run(laboratory: Laboratory) -> Outcome:
        strace.demand()
        outcome = Outcome()
        stage = prepare(laboratory)
        found = calls(stage)
        for site in laboratory.some(found, few):
            stop(stage, stage.command, site, signal.SIGKILL, outcome)
        prove(stages.control(laboratory), outcome, signal.SIGKILL)
        outcome.figure = f"{len(found):,} calls; between commit and link {stage.between}"
        return outcome

    return run


def terminated(laboratory: Laboratory) -> Outcome:
    strace.demand()
    outcome = Outcome()
    for stage in stages.all_of(laboratory):
        # One signal at each call, in turn.
        for place, site in enumerate(laboratory.some(calls(stage)[::4], 8)):
            stop(stage, stage.command, site, SIGNALS[place % len(SIGNALS)], outcome)
    control = stages.control(laboratory)
    for sent in SIGNALS:
        prove(control, outcome, sent)
    return outcome


EXPERIMENTS = [
    Experiment("kill-first", "kill -9 at every call that writes of a first run",
               killed(stages.first, 25)),
    Experiment("kill-unchanged", "kill -9 at every call that writes of an unchanged rerun",
               killed(stages.unchanged, 12)),
    Experiment("kill-corrected", "kill -9 at every call that writes of a corrected run",
               killed(stages.corrected, 25)),
    Experiment("terminate", "SIGTERM, SIGINT or SIGHUP at every fourth of these calls", terminated),
]
