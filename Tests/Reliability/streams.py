"""Closes and fills the standard streams, and takes the reader away."""

import os

import stages
from experiment import Experiment, Outcome
from laboratory import Laboratory
from stages import DATABASE, Stage

# What a shell does to the streams, and whether results still reach somebody.
STREAMS = {
    '"$@" >&-': False,
    '"$@" >/dev/full': False,
    '"$@" >&- 2>&- <&-': False,
    # The reader is gone before the first result.
    'exec 3> >(true); wait $!; exec "$@" >&3 3>&-': False,
    '"$@" 2>&-': True,
    '"$@" 2>/dev/full': True,
    '"$@" <&-': True,
    '"$@" 2>&- <&-': True,
}
CAUSE = b"cannot write to standard output"


def shell(laboratory: Laboratory, script: str, command: list[str]):
    return laboratory.run(command, before=["bash", "-c", script, "bash"])


def run(stage: Stage, script: str, hears: bool, options: list[str], outcome: Outcome) -> None:
    stage.renew()
    spoken = [word for word in stage.command if word != "--quiet"] + options
    ended = shell(stage.laboratory, script, spoken)
    case = f"{stage.name} run, {script} {' '.join(options)}"
    outcome.check(ended.returncode == (0 if hears else 74), f"{case}: ended with {ended.returncode}")
    outcome.check(stage.state() == (stage.after if hears else stage.before),
                  f"{case}: left {stage.standing()}")
    if not hears and "2>" not in script:
        outcome.check(CAUSE in ended.stderr, f"{case}: said {ended.stderr}")


def runs(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    for stage in stages.all_of(laboratory):
        for script, hears in STREAMS.items():
            for options in ([], ["--format", "json"]):
                run(stage, script, hears, options, outcome)
        # A quiet night has nothing to say.
        stage.renew()
        ended = shell(laboratory, '"$@" >&- 2>&- <&-', stage.command)
        outcome.check(ended.returncode == 0 and stage.state() == stage.after,
                      f"{stage.name} run, quiet, all closed: {ended.returncode}, {stage.standing()}")
    control = stages.control(laboratory)
    noticed = Outcome()
    run(control, '"$@" >/dev/null', False, [], noticed)
    outcome.prove("somebody reads the results", len(noticed.failures) == 3)
    return outcome


def readers(laboratory: Laboratory) -> Outcome:
    """The commands that only read."""
    outcome = Outcome()
    stage = stages.corrected(laboratory)
    database = ["--database", os.path.join(stage.output, DATABASE)]
    exports = ["--input", stage.exports]
    before = stages.contents(stage.output)
    for words in (["history", *database], ["runs", *database], ["diff", "1", "2", *database],
                  ["explain", "4", *exports], ["check", *exports], ["lint"], ["--help"], ["manual"],
                  ["preview", "--all", os.path.join(stage.exports, "students.csv")]):
        for script, hears in STREAMS.items():
            ended = shell(laboratory, script, [laboratory.program, *words])
            outcome.check(ended.returncode == (0 if hears else 74),
                          f"{words[0]}, {script}: ended with {ended.returncode}: {ended.stderr}")
    outcome.check(stages.contents(stage.output) == before, "the stored runs are as they were")
    ended = shell(laboratory, '"$@" >/dev/full || true', [laboratory.program, "--help"])
    outcome.prove("a shell that hides the exit code", ended.returncode != 74)
    return outcome


EXPERIMENTS = [
    Experiment("streams-of-runs", "runs with closed and full streams and no reader", runs),
    Experiment("streams-of-readers", "the other commands with the same", readers),
]
