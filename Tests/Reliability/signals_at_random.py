"""Ends runs by a signal at random times, some several times in a row, and looks at what is left."""

import signal
import subprocess
import time

import stages
from experiment import Experiment, Outcome
from laboratory import ROOT, Laboratory
from stages import Stage

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def stop(stage: Stage, command: list[str], after: float, sent: signal.Signals) -> int:
    """Starts a run and signals it when the time has come; how it ended."""
    running = subprocess.Popen(command, cwd=ROOT, env=stage.laboratory.environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return running.wait(after)
    except subprocess.TimeoutExpired:
        running.send_signal(sent)
        return running.wait()


def duration(stage: Stage, command: list[str]) -> float:
    stage.renew()
    began = time.monotonic()
    stop(stage, command, 60, signal.SIGKILL)
    return time.monotonic() - began


def stopped(stage: Stage, command: list[str], rounds: int, outcome: Outcome) -> int:
    """How many of the rounds were reached by the signal before the run had ended."""
    random = stage.laboratory.random
    longest = duration(stage, command)
    reached = 0
    for round in range(rounds):
        stage.renew()
        sent = SIGNALS[round % len(SIGNALS)]
        # Each fourth run is the last of several that were stopped, none of them healed.
        times = [random.uniform(0, longest) for _ in range(1 if random.random() < 0.75 else 4)]
        ends = [stop(stage, command, after, sent) for after in times]
        case = f"{stage.name} run, {sent.name} after " + ", ".join(f"{after:.4f} s" for after in times)
        outcome.check(set(ends) <= {0, -sent}, f"{case}: ended with {ends}")
        reached += ends[-1] == -sent
        stage.examine(case, outcome)
    return reached


def at_random(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    reached = 0
    between = 0
    for stage in stages.all_of(laboratory):
        reached += stopped(stage, stage.command, 8 if laboratory.quick else 150, outcome)
        between += stage.between
    outcome.figure = f"{reached} before their end; between commit and link {between}"
    control = stages.control(laboratory)
    noticed = Outcome()
    stopped(control, control.careless, 8, noticed)
    outcome.prove("signals to a program that writes over what is published",
                  any(stages.NEITHER in failure for failure in noticed.failures))
    return outcome


EXPERIMENTS = [
    Experiment("signals-at-random", "kill -9, SIGTERM, SIGINT and SIGHUP at random times", at_random),
]
