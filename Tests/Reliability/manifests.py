"""A manifest that says something else than the folder holds."""

import hashlib
import os
from typing import Callable

from experiment import Experiment, Outcome
from exports import SOURCES, content, rewrite
from laboratory import Laboratory
from verdict import Verdict, judge

Lines = dict[str, list[str]]


def true_lines(exports: str) -> Lines:
    """What a manifest of the folder has to say: file, rows, SHA-256. The samples are one line a row."""
    lines = {}
    for source in SOURCES:
        text = content(os.path.join(exports, f"{source}.csv"))
        lines[source] = [f"{source}.csv", str(text.count(b"\n") - 1), hashlib.sha256(text).hexdigest()]
    return lines


def text_of(lines: Lines) -> bytes:
    rows = [["file", "rows", "sha256"], *lines.values()]
    return "".join(",".join(row) + "\n" for row in rows).encode()


def of(lines: Lines, source: str, **cells: str) -> Lines:
    """The manifest with other words in one line."""
    file, rows, sha256 = lines[source]
    changed = {"file": file, "rows": rows, "sha256": sha256, **cells}
    return {**lines, source: list(changed.values())}


def other_digit(sha256: str) -> str:
    return sha256[:-1] + ("1" if sha256.endswith("0") else "0")


# What is wrong, the code that must name it, and the manifest made wrong about a source.
LIES: list[tuple[str, str, Callable[[Lines, str], Lines]]] = [
    ("a row more", "manifest-rows", lambda lines, source: of(
        lines, source, rows=str(int(lines[source][1]) + 1))),
    ("a row less", "manifest-rows", lambda lines, source: of(
        lines, source, rows=str(int(lines[source][1]) - 1))),
    ("no rows", "manifest-rows", lambda lines, source: of(lines, source, rows="0")),
    ("another digit", "manifest-checksum", lambda lines, source: of(
        lines, source, sha256=other_digit(lines[source][2]))),
    ("another file's checksum", "manifest-checksum", lambda lines, source: of(
        lines, source, sha256=lines[SOURCES[SOURCES.index(source) - 1]][2])),
    ("a file that is not there", "manifest-file-missing", lambda lines, source: of(
        lines, source, file=f"{source}-2.csv")),
    ("a file outside", "manifest-file-missing", lambda lines, source: of(
        lines, source, file=f"../{source}.csv")),
    ("a size for rows", "invalid-manifest", lambda lines, source: of(lines, source, rows="12 KB")),
    ("negative rows", "invalid-manifest", lambda lines, source: of(lines, source, rows="-1")),
    ("rows beyond counting", "invalid-manifest", lambda lines, source: of(lines, source, rows="9" * 30)),
    ("half a checksum", "invalid-manifest", lambda lines, source: of(
        lines, source, sha256=lines[source][2][:32])),
    ("no name", "invalid-manifest", lambda lines, source: of(lines, source, file="")),
    ("a file twice", "invalid-manifest", lambda lines, source: {**lines, "again": lines[source]}),
]


def is_noticed(found: Verdict, code: str) -> bool:
    """The check: refused, and told why."""
    return found.is_refused and f"[{code}]" in found.messages


def try_lies(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    exports = laboratory.exports("exports")
    manifest = os.path.join(exports, "manifest.csv")
    lines = true_lines(exports)
    rewrite(manifest, text_of(lines))
    honest = judge(laboratory, exports)
    outcome.check(honest.is_published, f"the true manifest: {honest.messages}")
    for source in SOURCES[::5] if laboratory.quick else SOURCES:
        for name, code, change in LIES:
            rewrite(manifest, text_of(change(lines, source)))
            found = judge(laboratory, exports)
            outcome.check(is_noticed(found, code), f"{source}, {name}: {found.status}, {found.messages}")
    # A manifest in another encoding than its office meant, or one that is cut off.
    for cut in range(1, len(text_of(lines)), 97 if laboratory.quick else 7):
        rewrite(manifest, text_of(lines)[:cut])
        found = judge(laboratory, exports)
        outcome.check(found.is_refused or found.counts_as(honest), f"a manifest of {cut} bytes")
    outcome.prove("the true manifest", not is_noticed(honest, "manifest-rows"))
    rewrite(manifest, text_of({source: lines[source] for source in SOURCES if source != "students"}))
    unnamed = judge(laboratory, exports)
    outcome.figure = ("an export that the manifest does not name is "
                      + ("read without a word" if unnamed.counts_as(honest) else "told"))
    return outcome


EXPERIMENTS = [Experiment("manifest", "a manifest that disagrees with the folder", try_lies)]
