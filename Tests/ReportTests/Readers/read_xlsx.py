"""Prints every cell of an XLSX workbook as openpyxl reads it: JSON, {sheet: [[row, column, type, value]]}."""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = {}
for sheet in book:
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells.append([cell.row - 1, cell.column - 1, cell.data_type, cell.value])
    sheets[sheet.title] = {
        "cells": cells,
        "frozen": sheet.freeze_panes,
        "repeated": sheet.print_title_rows,
        "paper": sheet.page_setup.paperSize,
        "orientation": sheet.page_setup.orientation,
        "fit": sheet.sheet_properties.pageSetUpPr.fitToPage,
        "pages": [int(sheet.page_setup.fitToWidth or 1), int(sheet.page_setup.fitToHeight)],
    }
json.dump(sheets, sys.stdout, ensure_ascii=False)
