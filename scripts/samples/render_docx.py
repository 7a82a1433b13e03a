"""Renders a source as a Word document with real headings, lists and tables."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from source import Block, title_of

STYLES = {"paragraph": "Normal", "bullet": "List Bullet", "numbered": "Normal", "note": "Intense Quote"}
LEVELS = {"title": 0, "section": 1, "part": 2}
FONT = "맑은 고딕"


def render_docx(blocks: list[Block], target: Path) -> None:
    document = Document()
    use_korean_font(document)
    properties = document.core_properties
    properties.title, properties.author = title_of(blocks), "나루제약"
    properties.created = properties.modified = datetime(2026, 1, 5)
    for block in blocks:
        add_block(document, block)
    document.save(str(target))


def add_block(document, block: Block) -> None:
    if block.kind == "table":
        add_table(document, block.rows)
    elif block.kind in LEVELS:
        document.add_heading(block.text, LEVELS[block.kind])
    else:
        add_text(document.add_paragraph(style=STYLES[block.kind]), block.text)


def add_table(document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Light Grid Accent 1")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cells, texts in zip(table.rows, rows):
        for cell, text in zip(cells.cells, texts):
            add_text(cell.paragraphs[0], text)
    document.add_paragraph()


def add_text(paragraph, text: str) -> None:
    for index, piece in enumerate(re.split(r"\*\*(.+?)\*\*", text)):
        if piece:
            paragraph.add_run(piece).bold = index % 2 == 1


def use_korean_font(document) -> None:
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        font_style = document.styles[name]
        font_style.font.name = FONT
        font_style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    document.styles["Normal"].font.size = Pt(10)
