"""Compares `campus-kpi run` with the same fourteen counts by DuckDB and Polars.

    benchmark.py [--rows N...] [--repeat N] [--threads N]

Generates exports of each size, runs the three programs in turn, and prints a Markdown table of the
medians of wall time, processor time and peak memory with ratios to DuckDB. Before a time is printed
all three must have given the same fourteen values in every run. `check` is campus-kpi up to the
counts, which is what the others do, and `again` a second night on which nothing changed. Needs the
release binaries and Python packages that `make benchmark` provides.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, ".build")
WORK = os.path.join(BUILD, "benchmark-data")
PEAK = os.path.join(WORK, "peak")


def measured(command):
    """Runs a command: (seconds, processor seconds, peak MiB, standard output)."""
    # Until it becomes the command a child is what began it, and the kernel counts that as well: the
    # peak is GNU time's, which is smaller than this program.
    timed = ["/usr/bin/time", "--format", "%M", "--output", PEAK] + command
    began = time.monotonic()
    process = subprocess.Popen(timed, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode != 0:
        sys.exit(f"benchmark: exit code {process.returncode}: {' '.join(command)}")
    with open(PEAK, encoding="utf-8") as file:
        peak = int(file.read()) / 1024
    return wall, usage.ru_utime + usage.ru_stime, peak, output


def exports(rows):
    folder = os.path.join(WORK, str(rows))
    if not os.path.exists(os.path.join(folder, "done")):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(WORK, exist_ok=True)
        generator = os.path.join(BUILD, "release", "campus-samples")
        subprocess.run(
            [generator, "--output", folder, "--seed", "7", "--students", str(rows),
             "--spelling", "canonical"], check=True, cwd=ROOT)
        shutil.rmtree(os.path.join(folder, "plain"))
        open(os.path.join(folder, "done"), "w").close()
    return os.path.join(folder, "exports")


def campus_kpi(folder, fresh):
    output = os.path.join(WORK, "output")
    database = os.path.join(WORK, "database.sqlite")
    if fresh:
        shutil.rmtree(output, ignore_errors=True)
        for suffix in ("", ".lock", "-wal", "-shm", "-journal"):
            if os.path.exists(database + suffix):
                os.remove(database + suffix)
    *figures, text = measured(
        [os.path.join(BUILD, "release", "campus-kpi"), "run", "nightly", "--format", "json",
         "--input", folder, "--output", output, "--database", database])
    return *figures, [kpi["value"] for kpi in json.loads(text)["kpis"]]


def check(folder):
    *figures, _ = measured(
        [os.path.join(BUILD, "release", "campus-kpi"), "check", "nightly", "--input", folder])
    return *figures, None


def script(name, folder, threads):
    *figures, text = measured(
        [sys.executable, os.path.join(HERE, name), folder, os.path.join(ROOT, "pipelines", "codes"),
         str(threads)])
    return *figures, json.loads(text)


def size(rows, repeat, threads):
    folder = exports(rows)
    # The first reading of a file would be of the disk.
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            while file.read(1 << 20):
                pass
    programs = {
        "campus-kpi": lambda: campus_kpi(folder, True),
        "check": lambda: check(folder),
        "again": lambda: campus_kpi(folder, False),
        "DuckDB": lambda: script("count_duckdb.py", folder, threads),
        "Polars": lambda: script("count_polars.py", folder, threads),
    }
    runs = {name: [] for name in programs}
    values = set()
    for _ in range(repeat):
        for name, run in programs.items():
            *figures, found = run()
            if found is not None and name != "again":
                values.add(tuple(found))
            runs[name].append(figures)
    if len(values) != 1:
        sys.exit(f"benchmark: {rows} rows: the programs do not agree: {sorted(values)}")
    return {name: [statistics.median(part) for part in zip(*found)] for name, found in runs.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000, 5_000_000])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    print(f"{model or platform.machine()}, {os.cpu_count()} processors; medians of {options.repeat};"
          f" DuckDB and Polars with {options.threads} threads\n")
    print("| student rows | program | wall s | ratio | processor s | ratio | peak MiB | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for rows in options.rows:
        medians = size(rows, options.repeat, options.threads)
        base = medians["DuckDB"]
        for name, found in medians.items():
            cells = " | ".join(
                f"{figure:.{digits}f} | {figure / other:.3f}"
                for figure, other, digits in zip(found, base, (3, 3, 0)))
            print(f"| {rows:,} | {name} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
