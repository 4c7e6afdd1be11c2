"""The exports as tables whose columns go by the names of the contract."""

import csv
import os
import re
from dataclasses import dataclass
from typing import Callable

from laboratory import ROOT

CONTRACTS = os.path.join(ROOT, "pipelines/sources")
SOURCES = sorted(name.removesuffix(".yaml") for name in os.listdir(CONTRACTS))


@dataclass(frozen=True)
class Column:
    """A column of a contract, as far as an experiment asks."""

    name: str
    type: str
    is_personal: bool
    headers: tuple[str, ...]


def contract(source: str) -> list[Column]:
    """The columns of a source. They are read from the definitions, so that a new one is tried too."""
    with open(os.path.join(CONTRACTS, f"{source}.yaml"), encoding="utf-8") as file:
        columns = file.read().split("\ncolumns:\n")[1]
    found = []
    for name, text in re.findall(r"^  (\w+):((?:.*\n(?:   .*\n)*))", columns, re.MULTILINE):
        headers = re.search(r"headers: \[(.*?)\]", text, re.DOTALL).group(1)
        found.append(Column(name, re.search(r"type: (\w+)", text).group(1),
                            "personal: yes" in text,
                            tuple(header.strip() for header in headers.split(","))))
    return found


class Export:
    """One export, to be changed and written again."""

    def __init__(self, folder: str, source: str):
        self.source = source
        self.path = os.path.join(folder, f"{source}.csv")
        with open(self.path, encoding="utf-8", newline="") as file:
            self.header, *self.rows = csv.reader(file)
        of_header = {header: column for column in contract(source) for header in column.headers}
        self.columns = [of_header[cell] for cell in self.header]

    def index(self, column: str) -> int:
        return [known.name for known in self.columns].index(column)

    def change(self, column: str, word: Callable[[str], str]) -> None:
        """Writes other words into a column; a cell without a word stays so."""
        index = self.index(column)
        for row in self.rows:
            row[index] = word(row[index]) if row[index] else ""

    def write(self) -> None:
        with open(self.path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([self.header, *self.rows])


def rewrite(path: str, content: bytes) -> None:
    """Replaces what a file holds."""
    with open(path, "wb") as file:
        file.write(content)


def content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
