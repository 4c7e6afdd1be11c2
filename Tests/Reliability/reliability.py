"""Tries what must not break campus-kpi, and prints a table of what was tried and what failed.

    reliability.py [--program FILE] [--only NAME...] [--quick] [--seed N] [--jobs N]

Each line carries a negative control: the same check against something broken on purpose, which it
must notice. Ends with 1 when a case failed or a control was not noticed. `make reliability` calls
this with the release binary.
"""

import argparse
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import bit_flips
import canary
import changing_input
import damaged_database
import differential_csv
import disks
import failing_calls
import injection
import manifests
import paths
import permissions
import signals_at_calls
import signals_at_random
import sizes
import streams
import surroundings
import truncation
import two_runs
import wrong_encodings
from experiment import Experiment, Skipped
from laboratory import ROOT, Laboratory

MODULES = [
    signals_at_calls, signals_at_random, failing_calls, disks, two_runs, streams, surroundings,
    damaged_database, differential_csv, changing_input, truncation, manifests, bit_flips, sizes,
    wrong_encodings, injection, canary, permissions, paths,
]
EXPERIMENTS = [experiment for module in MODULES for experiment in module.EXPERIMENTS]


def row(*cells) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def perform(experiment: Experiment, options: argparse.Namespace) -> tuple[str, list[str]]:
    """Runs one experiment in a world of its own: its row, and what went wrong."""
    laboratory = Laboratory(options.program, options.quick, options.seed)
    began = time.monotonic()
    try:
        outcome = experiment.run(laboratory)
    except Skipped as reason:
        return row(experiment.tries, "skipped", "", reason, "", "", ""), []
    finally:
        laboratory.close()
    wrong = list(outcome.failures)
    if not outcome.noticed or outcome.tried == 0:
        wrong.append("the negative control was not noticed")
    return row(experiment.tries, f"{outcome.tried:,}", len(outcome.failures), outcome.figure,
               outcome.control, "yes" if outcome.noticed else "NO",
               f"{time.monotonic() - began:.0f}"), [f"{experiment.name}: {what}" for what in wrong]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/release/campus-kpi"))
    parser.add_argument("--only", nargs="+", choices=[experiment.name for experiment in EXPERIMENTS])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="experiments at a time")
    options = parser.parse_args()
    # The programs inherit what is ignored, as under nohup, and would not end.
    for ending in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_DFL)
    chosen = [each for each in EXPERIMENTS if not options.only or each.name in options.only]
    print(row("tried", "times", "failed", "figure", "negative control", "noticed", "seconds"))
    print(row(*["---"] * 7))
    wrong = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for line, failures in pool.map(lambda each: perform(each, options), chosen):
            print(line, flush=True)
            for failure in failures:
                print(failure, file=sys.stderr, flush=True)
            wrong += len(failures)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
