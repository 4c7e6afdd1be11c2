"""Runs on disks that are too small, out of files or read-only, and into folders that are."""

import math
import os
import shutil
from typing import Iterator

import stages
from experiment import Experiment, Outcome, Skipped
from laboratory import ROOT, Laboratory
from stages import Stage

# A disk of its own for one run, in a namespace that ends with it; what is on it then is kept.
SMALL = """
place=$1 options=$2 before=$3 after=$4; shift 4
mount -t tmpfs -o "$options" none "$place" || exit 90
[ ! -e "$before" ] || cp -a "$before/." "$place" || exit 91
"$@"
status=$?
cp -a "$place" "$after"
exit $status
"""
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 90; shift; exec "$@"'
BLOCK = 4096


def namespace(script: str, *words: str) -> list[str]:
    """The beginning of a command line that runs the rest where mounting is allowed."""
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", *words]


def demand(laboratory: Laboratory) -> None:
    tried = laboratory.run(["true"], before=namespace(READ_ONLY, laboratory.temporary))
    if tried.returncode != 0:
        raise Skipped(f"mounting is not allowed here: {tried.stderr.decode().strip()}")


def on_small_disk(stage: Stage, command: list[str], place: str, options: str, outcome: Outcome) -> bool:
    """Runs with a small disk in the place of a folder; whether that was enough."""
    stage.renew()
    os.makedirs(place, exist_ok=True)
    kept = stage.laboratory.path("kept")
    shutil.rmtree(kept, ignore_errors=True)
    before = stage.origin if place == stage.output else "/nowhere"
    ended = stage.laboratory.run(command, before=namespace(SMALL, place, options, before, kept))
    if place == stage.output:
        shutil.rmtree(place)
        os.rename(kept, place)
    case = f"{stage.name} run, disk of {options} for {os.path.basename(place)}"
    if ended.returncode == 0:
        outcome.check(stage.state() == stage.after, f"{case}: left {stage.standing()}")
        return True
    stage.examine_refusal(ended, "No space left on device", case, outcome)
    problem = stage.heal()
    outcome.check(not problem, f"{case}: the next run {problem}")
    return False


def sizes(stage: Stage, place: str) -> Iterator[str]:
    """Disks that hold what was published before and a little more each time."""
    used = files = 0
    if place == stage.output:
        for folder, folders, names in os.walk(stage.origin):
            files += len(folders) + len(names)
            used += sum(math.ceil(os.lstat(os.path.join(folder, name)).st_size / BLOCK)
                        for name in names)
    quick = stage.laboratory.quick
    for room in range(1, 512, 96 if quick else 12):
        yield f"size={(used + room) * BLOCK}"
    if place == stage.output:
        for room in range(2, 130, 48 if quick else 6):
            yield f"nr_inodes={files + room}"


def small(laboratory: Laboratory) -> Outcome:
    demand(laboratory)
    outcome = Outcome()
    enough = 0
    for stage in stages.all_of(laboratory):
        for place in (stage.output, laboratory.temporary):
            for options in sizes(stage, place):
                enough += on_small_disk(stage, stage.command, place, options, outcome)
    outcome.figure = f"{enough} were large enough"
    control = stages.control(laboratory)
    noticed = Outcome()
    on_small_disk(control, control.careless, control.output, list(sizes(control, control.output))[0],
                  noticed)
    outcome.prove("a program that writes over what is published on a small disk",
                  any(stages.NEITHER in failure for failure in noticed.failures))
    return outcome


def read_only(laboratory: Laboratory) -> Outcome:
    demand(laboratory)
    outcome = Outcome()
    for stage in stages.all_of(laboratory):
        stage.renew()
        above = stage.output if os.path.exists(stage.output) else laboratory.folder
        ended = laboratory.run(stage.command, before=namespace(READ_ONLY, above))
        stage.examine_refusal(
            ended, "Read-only file system", f"{stage.name} run, read-only output", outcome)
        for folder in (stage.exports, os.path.join(ROOT, "pipelines")):
            stage.renew()
            ended = laboratory.run(stage.command, before=namespace(READ_ONLY, folder))
            outcome.check(ended.returncode == 0 and stage.state() == stage.after,
                          f"{stage.name} run, read-only {folder}: {ended.returncode}, {ended.stderr}")
    control = stages.control(laboratory)
    control.renew()
    noticed = Outcome()
    ended = laboratory.run(control.command, before=namespace(READ_ONLY, control.exports))
    control.examine_refusal(ended, "Read-only file system", "control", noticed)
    outcome.prove("a disk that can be written to", len(noticed.failures) == 3)
    return outcome


def without_rights(laboratory: Laboratory) -> Outcome:
    # Root may write everywhere, until that right is taken away.
    rights = "-dac_override,-dac_read_search"
    limited = [] if os.getuid() else ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"]
    outcome = Outcome()
    for stage in stages.all_of(laboratory):
        stage.renew()
        os.makedirs(stage.output, exist_ok=True)
        # What a run of this stage makes something in.
        places = [stage.output, *(folder for folder, folders, _ in os.walk(stage.output)
                                  if "current" in folders), laboratory.temporary]
        if stage.name == "unchanged":
            places = [stage.output]
        for place in places:
            stage.renew()
            os.makedirs(place, exist_ok=True)
            os.chmod(place, 0o500)
            ended = laboratory.run(stage.command, before=limited)
            os.chmod(place, 0o700)
            case = f"{stage.name} run, read-only {os.path.relpath(place, laboratory.folder)}"
            stage.examine_refusal(ended, "Permission denied", case, outcome)
            problem = stage.heal()
            outcome.check(not problem, f"{case}: the next run {problem}")
    control = stages.control(laboratory)
    control.renew()
    noticed = Outcome()
    ended = laboratory.run(control.command, before=limited)
    control.examine_refusal(ended, "Permission denied", "control", noticed)
    outcome.prove("folders that can be written to", len(noticed.failures) == 3)
    return outcome


EXPERIMENTS = [
    Experiment("small-disks", "disks of every size and number of files below enough", small),
    Experiment("read-only-disks", "output, exports and definitions on read-only disks", read_only),
    Experiment("read-only-folders", "folders without the right to write", without_rights),
]
