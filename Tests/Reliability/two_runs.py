"""Starts runs at once, and runs beside one that holds the lock."""

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from typing import Iterator

import stages
from experiment import Experiment, Outcome
from laboratory import ROOT, Laboratory
from stages import DATABASE, Stage

LOCKS = (DATABASE + ".lock", ".campus-kpi.lock")
HELD = b"another run holds the lock"


def start(stage: Stage) -> subprocess.Popen:
    return subprocess.Popen(stage.command, cwd=ROOT, env=stage.laboratory.environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def at_once(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    locked = 0
    for stage in stages.all_of(laboratory):
        for _ in range(6 if laboratory.quick else 80):
            stage.renew()
            runs = []
            for _ in range(laboratory.random.choice((2, 2, 3, 4))):
                runs.append(start(stage))
                time.sleep(laboratory.random.choice((0, 0, 0.01, 0.03)))
            said = [run.communicate()[1] for run in runs]
            ends = [run.returncode for run in runs]
            locked += ends.count(75)
            outcome.check(0 in ends and set(ends) <= {0, 75}, f"{stage.name} runs ended with {ends}")
            outcome.check(all(HELD in words for words, end in zip(said, ends) if end == 75),
                          f"{stage.name} runs said {said}")
            outcome.check(not (problem := settled(stage)), f"{stage.name} runs at once: {problem}")
    outcome.figure = f"{locked} found the lock held"
    control = stages.control(laboratory)
    control.renew()
    outcome.prove("nobody ran", bool(settled(control)))
    return outcome


def settled(stage: Stage) -> str:
    """What is wrong with what is there after one of several runs has published; or nothing."""
    if stage.state() != stage.after:
        return stage.standing()
    differing = stages.contents(stage.output).keys() ^ stage.left
    return f"leaves or lacks {sorted(differing)}" if differing else ""


@contextmanager
def held(stage: Stage) -> Iterator[subprocess.Popen]:
    """A run that has stopped in the middle of writing its revision."""
    while True:
        stage.renew()
        holder = start(stage)
        while holder.poll() is None and not unfinished(stage.output):
            time.sleep(0.0005)
        holder.send_signal(signal.SIGSTOP)
        # It may have been faster.
        if holder.poll() is None and unfinished(stage.output):
            break
        end(holder)
    try:
        yield holder
    finally:
        end(holder)


def unfinished(output: str) -> bool:
    return any(name.startswith(".tmp-revision-") for _, folders, _ in os.walk(output)
               for name in folders)


def end(process: subprocess.Popen) -> None:
    process.kill()
    process.wait()
    process.stderr.close()


def refuse_second(stage: Stage, command: list[str], case: str, outcome: Outcome) -> None:
    """Checks that a second run ends at once with 75 and changes nothing."""
    before = stages.contents(stage.output)
    began = time.monotonic()
    second = stage.laboratory.run(command)
    outcome.check(second.returncode == 75 and HELD in second.stderr,
                  f"{case}: ended with {second.returncode}: {second.stderr}")
    outcome.check(time.monotonic() - began < 10, f"{case}: waited")
    outcome.check(stages.contents(stage.output) == before, f"{case}: changed something")


def beside(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    elsewhere = laboratory.path("elsewhere")
    for stage in (stages.first(laboratory), stages.corrected(laboratory)):
        second = {
            "the same": stage.command,
            "another output": [*laboratory.arguments(stage.exports, elsewhere),
                               "--database", os.path.join(stage.output, DATABASE)],
            "another database": [*stage.command, "--database", elsewhere + ".sqlite"],
        }
        for _ in range(2 if laboratory.quick else 25):
            with held(stage) as holder:
                for what, command in second.items():
                    refuse_second(stage, command, f"{stage.name} run beside one with {what}", outcome)
                outcome.check(not os.path.exists(elsewhere), "the second run made its output folder")
                end(holder)
                problem = stage.heal()
                outcome.check(not problem, f"{stage.name} run after the holder was killed {problem}")
    control = stages.control(laboratory)
    noticed = Outcome()
    with held(control):
        for name in LOCKS:
            os.unlink(os.path.join(control.output, name))
        # With the same database, SQLite would make it wait.
        refuse_second(
            control, [*control.command, "--database", elsewhere + ".sqlite"], "control", noticed)
    outcome.prove("somebody removed the lock files", len(noticed.failures) >= 2)
    return outcome


EXPERIMENTS = [
    Experiment("runs-at-once", "two, three and four runs at once", at_once),
    Experiment("lock", "a run beside one that holds the lock, and after it was killed", beside),
]
