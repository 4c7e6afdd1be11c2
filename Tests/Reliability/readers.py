"""What other programs see in the reports: every cell of a table, every element of a page.

A reader gives a list of places with what is shown there, and raises `Runs` where something would run.
"""

import csv
import html.parser
import json
import re
from typing import Callable

from experiment import Skipped

Shown = list[tuple]

# What makes a spreadsheet read a cell of a CSV file as a formula.
FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|[\t\r\n]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


class Runs(Exception):
    """A cell or an element that does more than show its text."""


def of_csv(path: str) -> Shown:
    """The cells without the apostrophe that keeps a spreadsheet from running them."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    shown = []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if FORMULA.match(cell) and not cell.startswith("'") and not NUMBER.fullmatch(cell):
                raise Runs(f"{path}: {cell!r}")
            # Only what would run without it has an apostrophe of ours.
            is_kept = cell.startswith("'") and FORMULA.match(cell[1:])
            shown.append((number, column, cell[1:] if is_kept else cell))
    return shown


def of_xlsx(path: str) -> Shown:
    try:
        import openpyxl
    except ImportError:
        raise Skipped("python3-openpyxl is not installed") from None
    shown = []
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type not in "sn" or cell.hyperlink:
                    raise Runs(f"{path}, {sheet.title}!{cell.coordinate}: {cell.value!r}")
                if cell.value is not None:
                    shown.append((sheet.title, cell.row, cell.column, cell.data_type, cell.value))
    return shown


def of_ods(path: str) -> Shown:
    try:
        from odf import opendocument, table
        from odf.namespaces import OFFICENS, TABLENS
        from odf.teletype import extractText
        from odf.text import A, P
    except ImportError:
        raise Skipped("python3-odf is not installed") from None
    shown = []
    for sheet in opendocument.load(path).spreadsheet.getElementsByType(table.Table):
        for number, row in enumerate(sheet.getElementsByType(table.TableRow)):
            for column, cell in enumerate(row.childNodes):
                kind = cell.getAttrNS(OFFICENS, "value-type")
                if cell.getAttrNS(TABLENS, "formula") or cell.getElementsByType(A) or (
                        kind not in (None, "string", "float")):
                    raise Runs(f"{path}, {sheet.getAttrNS(TABLENS, 'name')}: {extractText(cell)!r}")
                words = "\n".join(extractText(line) for line in cell.getElementsByType(P))
                shown.append((sheet.getAttrNS(TABLENS, "name"), number, column, kind, words))
    return shown


class Page(html.parser.HTMLParser):
    """The elements with their attributes, and the texts between them."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.shown: Shown = []

    def handle_starttag(self, tag, attributes):
        self.shown.append(("element", tag, *attributes))

    def handle_endtag(self, tag):
        self.shown.append(("end", tag))

    def handle_data(self, data):
        self.shown.append(("text", data))

    def handle_comment(self, data):
        self.shown.append(("comment", data))

    def handle_decl(self, declaration):
        self.shown.append(("declaration", declaration))

    def unknown_decl(self, data):
        self.shown.append(("declaration", data))


def of_html(path: str) -> Shown:
    page = Page()
    with open(path, encoding="utf-8", newline="") as file:
        page.feed(file.read())
    page.close()
    for event, name, *attributes in page.shown:
        if event == "element" and (name in ("script", "img", "iframe", "object", "link", "base")
                                   or any(key.startswith("on") for key, _ in attributes)):
            raise Runs(f"{path}: <{name}>")
    return page.shown


def of_json(path: str) -> Shown:
    def leaves(place: tuple, value) -> Shown:
        if isinstance(value, dict):
            return [leaf for key, inner in value.items() for leaf in leaves((*place, key), inner)]
        if isinstance(value, list):
            return [leaf for key, inner in enumerate(value) for leaf in leaves((*place, key), inner)]
        return [(*place, value)]

    with open(path, encoding="utf-8") as file:
        return leaves((), json.load(file))


READERS: dict[str, Callable[[str], Shown]] = {
    ".csv": of_csv, ".xlsx": of_xlsx, ".ods": of_ods, ".html": of_html, ".json": of_json}
