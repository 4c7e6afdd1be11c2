"""Every export in every encoding, declared as every other: right or refused, never mojibake."""

import os
import shutil

from experiment import Experiment, Outcome
from exports import SOURCES, content, rewrite
from laboratory import ROOT, Laboratory
from verdict import Verdict, judge, share

# What an office's program may write: Python's codec and the mark at the file's start.
WRITTEN = {
    "UTF-8": ("utf-8", b""), "UTF-8 with BOM": ("utf-8", b"\xef\xbb\xbf"), "CP950": ("cp950", b""),
    "UTF-16LE with BOM": ("utf-16-le", b"\xff\xfe"), "UTF-16BE with BOM": ("utf-16-be", b"\xfe\xff"),
    "UTF-16LE": ("utf-16-le", b""), "UTF-16BE": ("utf-16-be", b""), "Big5-HKSCS": ("big5hkscs", b""),
    "GBK": ("gbk", b""), "GB18030": ("gb18030", b""), "Shift-JIS": ("shift_jis", b""),
    "EUC-JP": ("euc_jp", b""), "EUC-KR": ("euc_kr", b""), "Latin-1": ("latin-1", b""),
    "Windows-1252": ("cp1252", b""), "UTF-7": ("utf-7", b""),
    "UTF-32LE with BOM": ("utf-32-le", b"\xff\xfe\0\0"),
    "UTF-8 of UTF-8 read as Latin-1": ("twice", b""),
    "CP950 with UTF-8's BOM": ("cp950", b"\xef\xbb\xbf"),
}
# What the definition of a source may fix, and None for what is found out by itself.
READ = [None, "utf-8", "cp950", "utf-16le", "utf-16be"]
# The pairs that have to be read: the encodings of sources.md, section 1.
MEANT = {None: {"UTF-8", "UTF-8 with BOM", "CP950", "UTF-16LE with BOM", "UTF-16BE with BOM"},
         "utf-8": {"UTF-8", "UTF-8 with BOM"}, "cp950": {"CP950"},
         "utf-16le": {"UTF-16LE with BOM", "UTF-16LE"}, "utf-16be": {"UTF-16BE with BOM", "UTF-16BE"}}


def encoded(text: str, written: str) -> bytes:
    codec, mark = WRITTEN[written]
    if codec == "twice":
        return text.encode().decode("latin-1").encode()
    # A character that the encoding lacks becomes a question mark, as with every exporting program.
    return mark + text.encode(codec, "replace")


def definitions(laboratory: Laboratory, source: str, encoding: str | None) -> str:
    """The definitions with an encoding fixed for one source."""
    folder = laboratory.fresh("pipelines")
    shutil.copytree(os.path.join(ROOT, "pipelines"), folder)
    if encoding:
        path = os.path.join(folder, "sources", f"{source}.yaml")
        fixed = f"\nencoding: {encoding}\ncolumns:\n".encode()
        rewrite(path, content(path).replace(b"\ncolumns:\n", fixed))
    return folder


def without_what_cp950_lacks(text: str) -> str:
    """The question is not what an encoding lacks but what becomes of what it has. Python's CP950 has
    kana where Windows has the characters that a user may define."""
    def is_in_cp950(letter: str) -> bool:
        code = letter.encode("cp950", "ignore")
        return code != b"" and not b"\xc6\xa1" <= code <= b"\xc8\xfe"

    return "".join(letter if is_in_cp950(letter) else "x" for letter in text)


def is_mojibake(found: Verdict, clean: Verdict) -> bool:
    """The check: something is published that the text does not say."""
    if not found.is_published:
        return False
    said = {line for _, text in clean.rows for line in text.splitlines()}
    return any(line not in said for name, text in found.rows if name.startswith("evidence/")
               for line in text.splitlines()) or (
        found.findings <= clean.findings and not found.counts_as(clean))


def try_encodings(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    exports = laboratory.exports("exports")
    texts = {}
    for source in SOURCES:
        path = os.path.join(exports, f"{source}.csv")
        texts[source] = without_what_cp950_lacks(content(path).decode())
        rewrite(path, texts[source].encode())
    clean = judge(laboratory, exports)
    right = refused = tried = 0
    for source in SOURCES[::6] if laboratory.quick else SOURCES:
        path = os.path.join(exports, f"{source}.csv")
        for encoding in READ:
            pipelines = definitions(laboratory, source, encoding)
            for written in WRITTEN:
                rewrite(path, encoded(texts[source], written))
                found = judge(laboratory, exports, "--pipelines", pipelines)
                case = (f"{source} written as {written}, read as {encoding or 'what it is'}: "
                        f"{found.messages[:300]}")
                if written in MEANT[encoding]:
                    outcome.check(found.counts_as(clean), case)
                else:
                    outcome.check(not is_mojibake(found, clean), case)
                    tried += 1
                    right += found.counts_as(clean)
                    refused += found.is_refused
        rewrite(path, texts[source].encode())
    outcome.figure = (f"of {tried} pairs not meant {share(refused, tried)} refused, "
                      f"{share(right, tried)} read right all the same")
    titles = content(os.path.join(exports, "publications.csv"))
    rewrite(os.path.join(exports, "publications.csv"), titles.replace(
        "政策".encode(), "斸习".encode()))
    outcome.prove("two words read wrong", is_mojibake(judge(laboratory, exports), clean))
    return outcome


EXPERIMENTS = [
    Experiment("encodings", f"every export in {len(WRITTEN)} encodings, declared as each of 4 or as none",
               try_encodings),
]
