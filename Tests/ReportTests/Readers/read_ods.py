"""Prints every cell of an ODS workbook as odfpy reads it: JSON, {sheet: [[row, column, type, value]]}."""
import json
import sys

from odf import opendocument, table, text
from odf.namespaces import OFFICENS, TABLENS, TEXTNS


def words(node):
    if node.nodeType == node.TEXT_NODE:
        return node.data
    kind = node.qname
    if kind == (TEXTNS, "s"):
        return " " * int(node.getAttrNS(TEXTNS, "c") or 1)
    if kind == (TEXTNS, "tab"):
        return "\t"
    return "".join(words(child) for child in node.childNodes)


book = opendocument.load(sys.argv[1])
assert book.mimetype == "application/vnd.oasis.opendocument.spreadsheet", book.mimetype
sheets = {}
for sheet in book.spreadsheet.getElementsByType(table.Table):
    cells = []
    for number, row in enumerate(sheet.getElementsByType(table.TableRow)):
        column = 0
        for cell in row.childNodes:
            assert cell.getAttrNS(TABLENS, "formula") is None
            kind = cell.getAttrNS(OFFICENS, "value-type")
            if kind == "string":
                lines = cell.getElementsByType(text.P)
                cells.append([number, column, "s", "\n".join(words(line) for line in lines)])
            elif kind is not None:
                assert kind == "float", kind
                digits = cell.getAttrNS(OFFICENS, "value")
                cells.append([number, column, "n", float(digits)])
            column += 1
    headers = sheet.getElementsByType(table.TableHeaderRows)
    sheets[sheet.getAttrNS(TABLENS, "name")] = {"cells": cells, "headers": len(headers)}
json.dump(sheets, sys.stdout, ensure_ascii=False)
