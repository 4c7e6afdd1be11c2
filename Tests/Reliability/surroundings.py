"""Changes what surrounds a run: time zone, locale, environment, umask, clock."""

import os
import shutil
import subprocess

import stages
from experiment import Experiment, Outcome, Skipped
from laboratory import Laboratory
from stages import Stage

ZONES = "/usr/share/zoneinfo"
NONSENSE = ("", "Nowhere/Nothing", ":", "../../etc/passwd", "XYZ99999", "UTC-24:59:59", "/dev/full")
LOCALES = ("", "C", "POSIX", "C.UTF-8", "zh_TW.UTF-8", "zh_TW.Big5", "zh", "en_US.UTF-8", "tr_TR.UTF-8",
           "de_DE@euro", "nonsense", "../../etc/passwd", "zh_TW." + "x" * 5000)
# The first and last second that files have, leap days, the end of 32 bits, a year of five digits.
CLOCKS = ("1970-01-01 00:00:00", "2000-02-29 23:59:59", "2024-02-29 12:00:00", "2025-12-31 23:59:59",
          "2026-01-01 00:00:00", "2038-01-19 03:14:08", "2106-02-07 06:28:16", "9999-12-31 23:59:59")


def compare(stage: Stage, case: str, outcome: Outcome, **settings) -> None:
    """Checks that a run publishes the same bytes, and that the database tells the same."""
    stage.renew()
    ended = stage.laboratory.run(stage.command, **settings)
    outcome.check(ended.returncode == 0, f"{stage.name} run, {case}: ended with {ended.returncode}: "
                                         f"{ended.stderr.decode(errors='replace')}")
    outcome.check(stage.state() == stage.after, f"{stage.name} run, {case}: {stage.standing()}")


def prove(laboratory: Laboratory, outcome: Outcome) -> None:
    """Something that must change the bytes."""
    control = stages.control(laboratory)
    path = os.path.join(control.exports, "books.csv")
    with open(path) as opened:
        lines = opened.readlines()
    with open(path, "w") as opened:
        opened.writelines(lines[:-1])
    noticed = Outcome()
    compare(control, "control", noticed)
    outcome.prove("one row less in an export", len(noticed.failures) == 1)


def known_zones() -> list[str]:
    """One name for all that mean the same."""
    zones = {}
    for folder, _, names in os.walk(ZONES):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as opened:
                rules = opened.read()
            if rules.startswith(b"TZif"):
                zones[rules] = os.path.relpath(path, ZONES)
    return sorted(zones.values())


def zones(laboratory: Laboratory) -> Outcome:
    if not os.path.isdir(ZONES):
        raise Skipped("Debian package tzdata is not installed")
    outcome = Outcome()
    stage = stages.corrected(laboratory)
    for zone in [*laboratory.some(known_zones(), 12), *NONSENSE]:
        compare(stage, f"TZ={zone}", outcome, env={**laboratory.environment, "TZ": zone})
    prove(laboratory, outcome)
    return outcome


def environments(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    for stage in (stages.first(laboratory), stages.corrected(laboratory)):
        for locale in sorted({*known, *LOCALES}):
            for name in ("LC_ALL", "LANG"):
                compare(stage, f"{name}={locale[:40]}", outcome,
                        env={"PATH": laboratory.environment["PATH"], name: locale})
        compare(stage, "env -i", outcome, env={})
        compare(stage, "TMPDIR empty", outcome, env={"TMPDIR": ""})
        for mask in (0o000, 0o777):
            compare(stage, f"umask {mask:o}", outcome, umask=mask)
            modes = stages.contents(stage.output).keys() == stage.left
            outcome.check(modes, f"{stage.name} run, umask {mask:o}: other modes")
        for threads in ("1", "2", "64", "0", "-1", "many"):
            compare(stage, f"{threads} threads", outcome,
                    env={**laboratory.environment, "CAMPUS_KPI_THREADS": threads})
    prove(laboratory, outcome)
    return outcome


def clocks(laboratory: Laboratory) -> Outcome:
    if not shutil.which("faketime"):
        raise Skipped("Debian package faketime is not installed")
    outcome = Outcome()
    for stage in (stages.first(laboratory), stages.corrected(laboratory)):
        for clock in CLOCKS:
            for zone in ("UTC", "Asia/Taipei"):
                compare(stage, f"clock {clock} {zone}", outcome, before=["faketime", "-f", "@" + clock],
                        env={**laboratory.environment, "TZ": zone})
    told = laboratory.run(["date", "+%Y"], before=["faketime", "-f", "@" + CLOCKS[0]])
    if told.stdout != b"1970\n":
        raise Skipped("faketime does not turn the clock here")
    prove(laboratory, outcome)
    return outcome


EXPERIMENTS = [
    Experiment("time-zones", "runs in the time zones of the world and in none", zones),
    Experiment("environments", "locales, no environment, umasks, numbers of threads", environments),
    Experiment("clocks", "runs at other times", clocks),
]
