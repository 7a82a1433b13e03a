"""Renders a source as a workbook: each `## section` is a sheet, its tables keep numbers as numbers."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from source import Block, title_of

HEAD_FILL = PatternFill("solid", fgColor="0F766E")


def render_xlsx(blocks: list[Block], target: Path) -> None:
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.title, workbook.properties.creator = title_of(blocks), "나루제약"
    workbook.properties.created = datetime(2026, 1, 5)
    sheet = None
    for block in blocks:
        if block.kind == "section":
            sheet = workbook.create_sheet(block.text)
        elif block.kind == "table":
            add_table(sheet, block.rows)
        elif sheet is not None:
            sheet.append([block.text])
    workbook.save(str(target))


def add_table(sheet, rows: list[list[str]]) -> None:
    sheet.append(rows[0])
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD_FILL
    for row in rows[1:]:
        sheet.append([value_of(text) for text in row])
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, int):
                cell.number_format = "#,##0"
    for index in range(len(rows[0])):
        longest = max(len(row[index]) for row in rows)
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(48, max(10, longest * 1.7))


def value_of(text: str) -> int | float | str:
    """Codes keep their leading zero; everything that is written like an amount becomes a number."""
    if re.fullmatch(r"-?(0|[1-9][\d,]*)", text):
        return int(text.replace(",", ""))
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text
