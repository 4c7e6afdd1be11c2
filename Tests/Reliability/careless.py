"""A negative control: publishes as campus-kpi must not.

    careless.py FROM TO

Writes one file after the other over those that `current` leads to, and says everything right when it
fails. Experiments put it in the place of the program and must notice what it leaves behind.
"""

import glob
import os
import sys
import time

source, target = (glob.glob(os.path.join(folder, "*", "*", "current"))[0] for folder in sys.argv[1:])
for folder, _, files in os.walk(source):
    for name in files:
        path = os.path.join(target, os.path.relpath(os.path.join(folder, name), source))
        try:
            with open(os.path.join(folder, name), "rb") as old:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                os.write(descriptor, old.read())
                os.fsync(descriptor)
                os.close(descriptor)
        except OSError as error:
            print(f"cannot write {path}: {error.strerror}", file=sys.stderr)
            sys.exit(74)
        # Slow enough to be killed at a random time.
        time.sleep(0.003)
