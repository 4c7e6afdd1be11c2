"""Texts that a spreadsheet, a browser or a terminal could run, in every text column of every export.

Every text of the exports begins with the payload. What any program then shows in any report has to be
what it shows for a harmless word, with the payload in its place.
"""

import csv
import glob
import os
import re
import unicodedata
from typing import Callable

from experiment import Experiment, Outcome
from exports import SOURCES, Export, content, rewrite
from laboratory import PERIOD, Laboratory
from readers import READERS, Runs

# Ends every payload, so that it cannot be taken for anything else in a report.
MARK = "Zq"
PAYLOADS = [
    # With `--quick` these alone.
    "=1+1", "<script>alert(1)</script>", "\t=1", "a\x01b", "'=1",
    # Formulas, full-width ones too, behind blanks, quotes and ends of lines.
    "+1+1", "-1+1", "@SUM(1)", "\r=1", "\n=1", " =1", "''=1", "'", "＝1+1", "＋1", "－1", "＠A1", "'＝1",
    "\u3000=1", "\u200b=1", "=cmd' /C calc'!A0", '=HYPERLINK("http://example.org";"x")', "%=1", "1;=1",
    "a\r\n=1+1", 'a","=1',
    # Elements, attributes, and what ends those that they might stand in.
    '"><img src=x onerror=alert(1)>', "' onload='alert(1)", "]]>", "<![CDATA[", "<!--", "-->",
    "&#x3c;b&#x3e;", "&lt;b&gt;", "</style><b>", "</title><b>", "</svg><b>", "<?php ?>",
    "javascript:alert(1)", "`b`", "_x003D_", "_x000D_", "{{7*7}}", "${x}", "\\u003c", "%0D%0A",
    # Characters that steer, that XML forbids, or that turn the line round.
    "\x07", "\x1b[31m", "\x7f", "\u0085", "a\u2028b", "\u202e", "\u2066", "\ufdd0", "\U0001f600",
]
SEPARATORS = re.compile(r"[;,|/；，、\r\n\u2028\u0085]")


def harmless(payload: str) -> str:
    """What the payload is compared with: as many lines, and nothing to run."""
    return re.sub(r"[^\r\n]+", MARK, payload + MARK)


def poisoned(laboratory: Laboratory, word: str) -> str:
    """Exports in which every text begins with the word, every name of a file holds it, one code is it,
    and so do the words of the corrections."""
    exports = laboratory.exports("exports", "corrections")
    for source in SOURCES:
        export = Export(exports, source)
        for column in export.columns:
            if column.name == "partner_institutions":
                # A set of any names: one more, and no separator in it.
                export.change(column.name, lambda names: names + ";" + SEPARATORS.sub("", word))
            elif column.type in ("text", "identifier", "doi", "isbn"):
                export.change(column.name, lambda text: word + text)
        if source == "students":
            export.rows[0][export.index("status")] = word
        export.write()
        os.rename(export.path, os.path.join(exports, f"{source}-{word.replace('/', '')}.csv"))
    corrections = os.path.join(exports, "corrections.csv")
    rows = list(csv.reader(content(corrections).decode().splitlines()))
    for row in rows[1:]:
        row[1] = "|".join(part if part.isdigit() else word + part for part in row[1].split("|"))
        row[5:7] = word + row[5], word + row[6]
    with open(corrections, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return exports


def reports(laboratory: Laboratory, word: str) -> str:
    """The folder of the second revision, to which the corrections led, with an explanation added."""
    exports, output = poisoned(laboratory, word), laboratory.fresh("output")
    corrections = os.path.join(exports, "corrections.csv")
    os.rename(corrections, corrections + ".later")
    run = laboratory.arguments(exports, output)
    annotate = [laboratory.program, "annotate", "--output", output, "--quiet", "--", "2", "4", word]
    for command in (run, run, annotate):
        finished = laboratory.run(command)
        if finished.returncode != 0:
            raise RuntimeError(f"{word!r}: {command[1]} ends with {finished.returncode}: "
                               f"{finished.stderr[:400]}")
        if os.path.exists(corrections + ".later"):
            os.rename(corrections + ".later", corrections)
    return os.path.join(output, "nightly", PERIOD, "current")


def spellings(word: str) -> re.Pattern:
    """The word as it may stand: trimmed, an identifier, an ISBN, in a set, without what XML forbids."""
    found = {word, word.strip(), word.replace("/", ""), SEPARATORS.sub("", word)}
    found |= {unicodedata.normalize("NFKC", spelling) for spelling in found}
    found |= {re.sub(r"[\s\-\u2010-\u2015\u2212]", "", spelling) for spelling in found}
    found |= {re.sub("\r\n?", "\n", spelling).replace("\t", " ") for spelling in found}
    found |= {re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0]", "\ufffd", spelling) for spelling in found}
    return re.compile("|".join(re.escape(spelling) for spelling in sorted(found, key=len, reverse=True)),
                      re.IGNORECASE)


def shown_in(folder: str, harmless_text: Callable[[str], str]) -> dict[str, list[str] | Runs]:
    """What each report shows, in harmless words; in no order, for words are sorted by what they are.
    Checksums of exports differ, and say nothing."""
    shown = {}
    for path in glob.glob(f"{folder}/**/*.*", recursive=True):
        try:
            places = READERS[os.path.splitext(path)[1]](path)
        except Runs as reason:
            shown[os.path.relpath(path, folder)] = reason
            continue
        texts = ([harmless_text(str(part)).lower() for part in place] for place in places)
        shown[os.path.relpath(path, folder)] = sorted("\0".join([*where, in_order(text)])
                                                      for *where, text in texts)
    return shown


def in_order(text: str) -> str:
    """A text with the items of a set sorted anew."""
    return ";".join(sorted(re.split("[;、]", re.sub(r"\b[0-9a-f]{64}\b", "", text))))


def in_harmless_words(word: str) -> Callable[[str], str]:
    pattern = spellings(word)
    return lambda text: pattern.sub(MARK, text)


def differences(found: dict, wanted: dict) -> list[str]:
    """The check: where a report shows anything else than it has to, or something would run."""
    wrong = [f"{name} is missing" for name in wanted.keys() - found.keys()]
    for name, shown in found.items():
        if isinstance(shown, Runs):
            wrong.append(f"{name} would run {shown}")
        elif shown != wanted.get(name):
            other = [text for text in shown if text not in wanted.get(name, [])]
            wrong.append(f"{name} shows {other[:2]}")
    return wrong


def try_payloads(laboratory: Laboratory) -> Outcome:
    outcome = Outcome()
    wanted = {}
    payloads = PAYLOADS[:5] if laboratory.quick else PAYLOADS
    for payload in payloads:
        word = harmless(payload)
        if word not in wanted:
            wanted[word] = shown_in(reports(laboratory, word), in_harmless_words(word))
        found = shown_in(reports(laboratory, payload + MARK), in_harmless_words(payload + MARK))
        wrong = differences(found, wanted[word])
        outcome.tried += len(found) - 1
        outcome.check(not wrong, f"{payload!r}: {'; '.join(wrong)[:600]}")
    outcome.figure = f"{len(wanted[MARK])} reports of each of {len(payloads)} payloads"
    for name, path in broken_reports(laboratory).items():
        shown = shown_in(os.path.dirname(path), str)
        outcome.prove(name, differences(shown, {os.path.basename(path): []}) != [])
    return outcome


def broken_reports(laboratory: Laboratory) -> dict[str, str]:
    """Reports as a careless program writes them."""
    import openpyxl
    from odf import opendocument, table

    def place(name: str) -> str:
        folder = laboratory.path(f"broken {name}")
        os.makedirs(folder)
        return os.path.join(folder, name)

    broken = {"a CSV cell as it is": place("a.csv"), "an element in the page": place("a.html"),
              "an XLSX formula": place("a.xlsx"), "an ODS formula": place("a.ods")}
    rewrite(broken["a CSV cell as it is"], "name\r\n=1\r\n".encode())
    rewrite(broken["an element in the page"], b"<p>name<b>bold</b></p>")
    book = openpyxl.Workbook()
    book.active["A1"] = "=1"
    book.save(broken["an XLSX formula"])
    document = opendocument.OpenDocumentSpreadsheet()
    sheet, row = table.Table(name="a"), table.TableRow()
    row.addElement(table.TableCell(formula="of:=1", valuetype="float", value="1"))
    sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    document.save(broken["an ODS formula"])
    return broken


def try_identifiers(laboratory: Laboratory) -> Outcome:
    """Identifiers of digits alone, with zeros before them and an exponent behind, in every format."""
    outcome = Outcome()
    exports = laboratory.exports("exports")
    wanted = shown_in(run_on(laboratory, exports), str)
    numbers: dict[str, str] = {}
    for source in SOURCES:
        export = Export(exports, source)
        for column in export.columns:
            if column.type in ("identifier", "isbn"):
                hyphen = "-" if column.type == "isbn" else ""
                export.change(column.name, lambda text: numbers.setdefault(
                    text.replace(hyphen, ""), f"000{len(numbers):09}E10"))
        export.write()
    words = {number: word for word, number in numbers.items()}

    def with_words(text: str) -> str:
        return re.sub(r"000\d{9}E10", lambda number: words[number.group()], text)

    found = shown_in(run_on(laboratory, exports), with_words)
    for name in wanted:
        wrong = differences({name: found.get(name, [])}, {name: wanted[name]})
        outcome.check(not wrong, "; ".join(wrong))
    outcome.figure = f"{len(numbers)} identifiers"
    shorter = {name: [text.replace("d11201023", "11201023") for text in shown]
               for name, shown in wanted.items()}
    outcome.prove("an identifier without its first character", differences(shorter, wanted) != [])
    return outcome


def run_on(laboratory: Laboratory, exports: str) -> str:
    """The folder of what a run publishes."""
    output = laboratory.fresh("output")
    laboratory.run(laboratory.arguments(exports, output))
    return os.path.join(output, "nightly", PERIOD, "current")


EXPERIMENTS = [
    Experiment("injection", "texts that could run, in every text column, file name and correction",
               try_payloads),
    Experiment("identifiers", "identifiers of digits with zeros before them, in every report",
               try_identifiers),
]
