"""Whatever the umask, what a run makes is its user's alone: when it is made, and in the end."""

import os
import re
import shutil
import stat

from experiment import Experiment, Outcome, Skipped
from exports import content, rewrite
from laboratory import PERIOD, Laboratory

UMASKS = [0o000, 0o022, 0o027, 0o077, 0o777]
# Nobody: root can open what a mode forbids, and would not see what is missing from it.
NOBODY = 65534
MAKING = "open,openat,creat,mkdir,mkdirat,mknod,mknodat,chmod,fchmod,fchmodat"


def exposed(trace: str, umask: int) -> list[str]:
    """The check: the calls that made what others may read or enter, were it for an instant."""
    found = []
    # A call of one thread during which another one's is seen ends on a later line.
    calls = r"^\d+ +(\w+)\((.*?)(?:\) += \d+| <unfinished \.\.\.>)$"
    for call, rest in re.findall(calls, trace, re.MULTILINE):
        mode = re.search(r"(?:, |S_IFREG\|)(0\d*)(?:, 0)?$", rest)
        makes = re.search("O_CREAT|O_TMPFILE", rest) or not call.startswith("open")
        # A file that is open already is not made again.
        if mode is None or not makes or "/proc/self/fd/" in rest:
            continue
        given = int(mode.group(1), 8)
        # A mask takes away from a new file, and nothing from one whose mode is set.
        if (given if "chmod" in call else given & ~umask) & 0o077:
            found.append(f"{call}({rest})")
    return found


def not_private(folder: str) -> list[str]:
    """The check of what is left: files that are not 0600, folders that are not 0700."""
    found = []
    for inside, folders, files in os.walk(folder):
        for name in folders + files:
            status = os.lstat(os.path.join(inside, name))
            wanted = 0o700 if stat.S_ISDIR(status.st_mode) else 0o600
            if not stat.S_ISLNK(status.st_mode) and stat.S_IMODE(status.st_mode) != wanted:
                found.append(f"{os.path.join(inside, name)} is {stat.S_IMODE(status.st_mode):o}")
    return found


class Watched:
    """A place where one user runs the program under one umask, and every file it makes is seen."""

    def __init__(self, laboratory: Laboratory, umask: int, user: int):
        self.laboratory, self.umask, self.user = laboratory, umask, user
        self.folder = laboratory.fresh("watched")
        self.log = laboratory.path("strace.log")
        for folder in (self.folder, os.path.join(self.folder, "tmp")):
            os.makedirs(folder)
            os.chown(folder, user, -1)
        os.chmod(laboratory.folder, 0o755)

    def call(self, command: list[str]) -> tuple[int, list[str]]:
        """The exit status, and the calls that exposed something."""
        rewrite(self.log, b"")
        os.chmod(self.log, 0o666)
        identity = {}
        if os.geteuid() == 0:
            identity = {"user": self.user, "group": self.user, "extra_groups": []}
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C",
                       "TMPDIR": os.path.join(self.folder, "tmp")}
        finished = self.laboratory.run(
            command, ["strace", "-f", "-qq", "-o", self.log, "-e", f"trace={MAKING}"],
            umask=self.umask, env=environment, **identity)
        return finished.returncode, exposed(content(self.log).decode("utf-8", "replace"), self.umask)


def users(laboratory: Laboratory) -> list[int]:
    """Who can run the program here."""
    if os.geteuid() != 0:
        return [os.geteuid()]
    try:
        allowed = laboratory.run([laboratory.program, "--version"], user=NOBODY).returncode == 0
    except PermissionError:
        allowed = False
    return [0, NOBODY] if allowed else [0]


def try_umasks(laboratory: Laboratory) -> Outcome:
    if not shutil.which("strace"):
        raise Skipped("strace is not installed")
    outcome = Outcome()
    exports, corrected = laboratory.exports("exports"), laboratory.exports("corrected", "corrections")
    key = laboratory.path("key")
    rewrite(key, b"0123456789abcdef" * 2)
    os.chmod(key, 0o600)
    umasks = UMASKS[::4] if laboratory.quick else UMASKS
    for umask in umasks:
        for user in users(laboratory):
            os.chown(key, user, -1)
            watched = Watched(laboratory, umask, user)
            output = os.path.join(watched.folder, "output")
            place = ["--output", output, "--period", PERIOD, "--quiet"]
            program = laboratory.program
            for command in (
                [program, "run", "nightly", "--input", exports, *place],
                [program, "run", "nightly", "--input", corrected, "--pseudonymise", key, *place],
                [program, "run", "nightly", "--input", exports, "--public", *place],
                [program, "annotate", "--output", output, "--quiet", "--", "1", "4", "why"],
                [program, "report", "1", *place],
                [program, "purge", "--before", "2099-01-01", "--output", output, "--quiet"],
            ):
                status, calls = watched.call(command)
                case = f"umask {umask:03o}, user {user}, {command[1]}"
                outcome.check(status == 0, f"{case}: exit status {status}")
                outcome.check(not calls, f"{case}: {calls[:3]}")
                left = not_private(watched.folder + "/output")
                outcome.check(not left, f"{case}: {left[:3]}")
    watched = Watched(laboratory, 0o022, os.geteuid())
    careless = f"cd '{watched.folder}' && mkdir kept tmp/made && echo x > kept/log"
    _, calls = watched.call(["sh", "-c", careless])
    outcome.prove("a shell that makes folders and a file",
                  len(calls) == 3 and len(not_private(watched.folder)) == 4)
    outcome.figure = (f"umask {', '.join(f'{umask:03o}' for umask in umasks)}, "
                      f"users {', '.join(map(str, users(laboratory)))}")
    return outcome


EXPERIMENTS = [Experiment("permissions", "who may read what a run makes, at every moment", try_umasks)]
