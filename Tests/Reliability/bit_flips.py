"""One bit of an export is another: found, without effect, or counted unnoticed."""

import hashlib
import os

from experiment import Experiment, Outcome
from exports import SOURCES, content, rewrite
from laboratory import Laboratory
from verdict import Verdict, judge, share


def flipped(text: bytes, bit: int) -> bytes:
    changed = bytearray(text)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def is_found(found: Verdict, clean: Verdict) -> bool:
    return found.is_refused or (found.is_published and found.findings != clean.findings)


def try_with_a_manifest(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    exports = laboratory.exports("exports")
    texts = {source: content(os.path.join(exports, f"{source}.csv")) for source in SOURCES}
    lines = [f"{source}.csv,{hashlib.sha256(text).hexdigest()}" for source, text in texts.items()]
    manifest = os.path.join(exports, "manifest.csv")
    rewrite(manifest, "\n".join(["file,sha256", *lines, ""]).encode())
    clean = judge(laboratory, exports)
    for _ in range(30 if laboratory.quick else 300):
        source = laboratory.random.choice(SOURCES)
        bit = laboratory.random.randrange(8 * len(texts[source]))
        path = os.path.join(exports, f"{source}.csv")
        rewrite(path, flipped(texts[source], bit))
        outcome.check(judge(laboratory, exports).is_refused, f"bit {bit} of {source}.csv")
        rewrite(path, texts[source])
    outcome.prove("no bit flipped", clean.is_published and not clean.is_refused)
    return outcome


def try_without_a_manifest(laboratory: Laboratory) -> Outcome:
    """A number or a word that stays one is another value, which no reader can know: it is counted
    how often. What has to hold is that every run ends in order and that a refusal publishes nothing."""
    outcome = Outcome()
    exports = laboratory.exports("exports")
    texts = {source: content(os.path.join(exports, f"{source}.csv")) for source in SOURCES}
    clean = judge(laboratory, exports)
    found = idle = rows = counts = 0
    for _ in range(60 if laboratory.quick else 600):
        source = laboratory.random.choice(SOURCES)
        bit = laboratory.random.randrange(8 * len(texts[source]))
        path = os.path.join(exports, f"{source}.csv")
        rewrite(path, flipped(texts[source], bit))
        after = judge(laboratory, exports)
        rewrite(path, texts[source])
        outcome.check(after.is_published or after.is_refused,
                      f"bit {bit} of {source}.csv: exit status {after.status}, {after.messages}")
        if is_found(after, clean):
            found += 1
        elif after.counts_as(clean):
            idle += 1
        elif after.numbers == clean.numbers:
            rows += 1
        else:
            counts += 1
    within_a_code = 8 * texts["students"].index("碩士班".encode())
    rewrite(os.path.join(exports, "students.csv"), flipped(texts["students"], within_a_code))
    outcome.prove("a bit within 碩士班", is_found(judge(laboratory, exports), clean))
    outcome.figure = (f"found {share(found, outcome.tried)}, no effect {share(idle, outcome.tried)}, "
                      f"another value in a row that is listed {share(rows, outcome.tried)}, "
                      f"another count {share(counts, outcome.tried)}")
    return outcome


EXPERIMENTS = [
    Experiment("bit-flip-with-manifest", "one bit of an export flipped, with a manifest",
               try_with_a_manifest),
    Experiment("bit-flip", "one bit of an export flipped, without one", try_without_a_manifest),
]
