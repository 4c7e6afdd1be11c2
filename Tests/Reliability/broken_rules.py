"""Exports that break every rule of sources.md, each in a way that a finding must name."""

import os
import re
from typing import Callable

from exports import SOURCES, Export, content, rewrite
from laboratory import ROOT

# What stands where an office has a person: in every name and identifier, and as every birth date.
CANARY, BIRTH_DATE = "KANARI", "1933-03-03"


def mark(exports: str) -> None:
    """Writes the canary into every personal column; who was the same person stays so."""
    for source in SOURCES:
        export = Export(exports, source)
        for column in export.columns:
            if column.is_personal and column.type == "date":
                export.change(column.name, lambda _: BIRTH_DATE)
            elif column.is_personal:
                export.change(column.name, lambda text: CANARY + text)
        export.write()


def codes() -> set[str]:
    """Every code that a finding may have, as the program's own source lists them."""
    found = set()
    for name in ("Problem", "CorrectionProblem"):
        text = content(os.path.join(ROOT, f"Sources/Campus/{name}.swift")).decode()
        found |= set(re.findall(r'case \.\w+(?:\(.*?\))?: "([a-z-]+)"', text))
    return found


WRONG = {"code": "火星", "codes": "火星", "date": "114/02/30", "decimal": "-1", "year": "20255",
         "month": "13", "academic_year": "200", "semester": "3", "yes_no": "maybe"}


def break_rows(exports: str) -> None:
    """Everything that rejects a row or warns, all at once: the other rows go on."""
    tables = {source: Export(exports, source) for source in SOURCES}
    for table in tables.values():
        clean = list(table.rows)
        for number, column in enumerate(table.columns):
            wrong = BIRTH_DATE + CANARY if column.is_personal else WRONG.get(column.type, "")
            unreadable = "\ufffd" + (CANARY if column.is_personal else "")
            # Copies with one other cell are also rows that conflict, or that say the same.
            for word in (wrong, "", unreadable):
                row = list(clean[number % len(clean)])
                row[number] = word
                table.rows.append(row)
        # A row without its first field, so that all other words stand in a column not theirs.
        table.rows.append(clean[0][1:])
    mobility, faculty = tables["student_mobility"], tables["faculty"]
    mobility.rows.append([CANARY + "9" if column.is_personal else cell
                          for column, cell in zip(mobility.columns, mobility.rows[0])])
    mobility.rows[3][mobility.index("end")] = "2001-01-01"
    absent = faculty.index("second_nationality")
    for row in [faculty.header, *faculty.rows]:
        del row[absent:absent + 1]
    for table in tables.values():
        table.write()
    rewrite(os.path.join(exports, "notes.csv"), CANARY.encode())
    # The first of the characters that Windows leaves to the user.
    publications = content(tables["publications"].path).decode().replace("Nature", "@@", 1)
    publications = publications.encode("cp950", "replace").replace(b"@@", b"\xfa\x40")
    rewrite(tables["publications"].path, publications)
    os.utime(tables["projects"].path, (0, 0))


def append(name: str, text: bytes) -> Callable[[str], None]:
    def change(exports: str) -> None:
        with open(os.path.join(exports, name), "ab") as file:
            file.write(text)
    return change


def correct(*cells: str) -> Callable[[str], None]:
    return append("corrections.csv", b"source,key,column,old,new,reason,approved_by\n"
                  + ",".join(cells).encode() + b"\n")


def manifest(line: str) -> Callable[[str], None]:
    return append("manifest.csv", f"file,rows,sha256\n{line}\n".encode())


def rename_column(source: str, column: str, header: str) -> Callable[[str], None]:
    def change(exports: str) -> None:
        export = Export(exports, source)
        export.header[export.index(column)] = header
        export.write()
    return change


def link(exports: str) -> None:
    os.symlink("students.csv", os.path.join(exports, "students-2.csv"))


def reject(exports: str) -> None:
    students = Export(exports, "students")
    students.change("birth_date", lambda text: BIRTH_DATE + CANARY)
    students.write()


NAME = CANARY.encode()
KEY = f"114|1|{CANARY}M11301011"
# What stops a run, one fault at a time. Personal words stand wherever the fault lets them.
STOPPING: dict[str, Callable[[str], None]] = {
    "manifest-file-missing": manifest("students-2.csv,,"),
    "manifest-rows": manifest("students.csv,1,"),
    "manifest-checksum": manifest("students.csv,," + "0" * 64),
    "invalid-manifest": manifest(f"students.csv,{CANARY},"),
    "not-a-regular-file": link,
    "unknown-encoding": append("students.csv", NAME + b"\xff\xff\n"),
    "quote-inside-field": append("students.csv", NAME + b' "x",\n'),
    "text-after-quote": append("students.csv", b'"' + NAME + b'" ' + NAME + b"\n"),
    "unclosed-quote": append("students.csv", b'"' + NAME),
    "reject-limit": reject,
    "header-not-found": rename_column("students", "status", CANARY),
    "column-twice": rename_column("students", "department", "學號"),
    "field-too-long": append("students.csv", NAME * 200_000),
    "too-many-fields": append("students.csv", (NAME + b",") * 5000),
    "correction-fields": correct("students", KEY, "name", CANARY),
    "correction-incomplete": correct("students", KEY, "name", CANARY, CANARY, "", ""),
    "correction-unknown-source": correct("student", KEY, "name", CANARY, CANARY, "why", "who"),
    "correction-unknown-column": correct("students", KEY, "nam", CANARY, CANARY, "why", "who"),
    "correction-without-key": correct("books", CANARY, "title", CANARY, CANARY, "why", "who"),
    "correction-key": correct("students", CANARY, "name", CANARY, CANARY, "why", "who"),
    "correction-key-not-found": correct("students", f"114|1|{CANARY}", "name", "", "", "why", "who"),
    "stale-correction": correct("students", KEY, "name", CANARY, CANARY, "why", "who"),
    "correction-removal": correct("students", KEY, "*", CANARY, CANARY, "why", "who"),
    "correction-twice": correct("students", KEY, "*", "", "", "why", f"who\nstudents,{KEY},*,,,why,who"),
    "correction-invalid-value": correct("students", KEY, "birth_date", BIRTH_DATE, CANARY, "why", "who"),
    "correction-column-absent": lambda exports: (
        rename_column("students", "name", CANARY)(exports),
        correct("students", KEY, "name", CANARY, CANARY, "why", "who")(exports)),
}
# Only published tables, which know no persons, have figures that are not available; and
# changing_input.py sees the other.
ELSEWHERE = {"not-available", "changed-while-read"}
