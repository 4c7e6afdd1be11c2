"""Tries what must not break campus-kpi, and prints a table of what was tried and what failed.

    reliability.py [--program FILE] [--only NAME...] [--quick] [--seed N]

Each line carries a negative control: the same check against something broken on purpose, which it
must notice. Ends with 1 when a case failed or a control was not noticed. `make reliability` calls
this with the release binary.
"""

import argparse
import os
import sys
import time

import signals_at_calls
from experiment import Skipped
from laboratory import ROOT, Laboratory

MODULES = [signals_at_calls]
EXPERIMENTS = [experiment for module in MODULES for experiment in module.EXPERIMENTS]


def row(*cells) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/release/campus-kpi"))
    parser.add_argument("--only", nargs="+", choices=[experiment.name for experiment in EXPERIMENTS])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(row("tried", "times", "failed", "figure", "negative control", "noticed", "seconds"))
    print(row(*["---"] * 7))
    wrong = []
    for experiment in EXPERIMENTS:
        if options.only and experiment.name not in options.only:
            continue
        laboratory = Laboratory(options.program, options.quick, options.seed)
        began = time.monotonic()
        try:
            outcome = experiment.run(laboratory)
        except Skipped as reason:
            print(row(experiment.tries, "skipped", "", reason, "", "", ""), flush=True)
            continue
        finally:
            laboratory.close()
        print(row(experiment.tries, f"{outcome.tried:,}", len(outcome.failures), outcome.figure,
                  outcome.control, "yes" if outcome.noticed else "NO",
                  f"{time.monotonic() - began:.0f}"), flush=True)
        wrong += [f"{experiment.name}: {failure}" for failure in outcome.failures]
        if not outcome.noticed or outcome.tried == 0:
            wrong.append(f"{experiment.name}: the negative control was not noticed")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
