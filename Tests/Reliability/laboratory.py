"""Where an experiment works: the program, made-up exports, a folder of its own."""

import hashlib
import os
import random
import shutil
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PERIOD = "2025-08-01..2025-12-31"


class Laboratory:
    """One experiment's world; gone when the experiment ends."""

    def __init__(self, program: str, quick: bool, seed: int):
        self.program = os.path.abspath(program)
        # Fewer tries, for who changed something and wants to know soon.
        self.quick = quick
        self.random = random.Random(seed)
        # In memory where there is room for it: thousands of runs would wait for the disk at each fsync.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.mkdtemp(prefix="campus-kpi-reliability-", dir=memory)
        # Unnamed and scratch files of the program go here, where an experiment can look at them.
        self.temporary = self.path("temporary")
        os.mkdir(self.temporary)
        self.environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TMPDIR": self.temporary}

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, *names: str) -> str:
        return os.path.join(self.folder, *names)

    def some(self, cases: list, few: int) -> list:
        """All the cases; of a quick run a few, spread evenly over them."""
        if not self.quick or len(cases) <= few:
            return cases
        step = len(cases) / few
        return [cases[int(step * (index + self.random.random()))] for index in range(few)]

    def fresh(self, name: str) -> str:
        """A path where nothing lies any more."""
        target = self.path(name)
        shutil.rmtree(target, ignore_errors=True)
        return target

    def exports(self, name: str, sample: str = "clean") -> str:
        """A fresh copy of one of the folders of `samples/`."""
        target = self.fresh(name)
        shutil.copytree(os.path.join(ROOT, "samples", sample), target)
        return target

    def arguments(self, exports: str, output: str) -> list[str]:
        return [self.program, "run", "nightly", "--input", exports, "--output", output,
                "--period", PERIOD, "--quiet"]

    def run(self, command: list[str], before: list[str] = (), **settings) -> subprocess.CompletedProcess:
        """Runs a command from the project's folder, behind the words of `before` (strace …)."""
        settings.setdefault("timeout", 120)
        settings.setdefault("env", self.environment)
        settings.setdefault("cwd", ROOT)
        return subprocess.run([*before, *command], stdin=subprocess.DEVNULL, capture_output=True,
                              **settings)


def published(output: str) -> dict[str, str]:
    """The published state of an output folder: what `current` leads to, by path, as digests."""
    state = {}
    for folder, folders, files in os.walk(output):
        for name in folders:
            path = os.path.join(folder, name)
            if name == "current" and os.path.islink(path):
                state[os.path.relpath(path, output)] = os.readlink(path)
                for inside, _, contents in os.walk(os.path.realpath(path)):
                    for file in contents:
                        with open(os.path.join(inside, file), "rb") as opened:
                            place = os.path.relpath(os.path.join(inside, file), os.path.realpath(path))
                            state[f"current/{place}"] = hashlib.sha256(opened.read()).hexdigest()
    return state
