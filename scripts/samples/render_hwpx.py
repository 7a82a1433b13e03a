"""Renders a source as HWPX (OWPML, KS X 6101): the zip of XML parts that Hangul writes, with outline headings and tables."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hwpx_parts import BODY_WIDTH, CHARACTERS, NAMESPACES, PARAGRAPHS, SECTION_PROPERTIES, STATIC_PARTS, package
from source import Block, title_of

MADE_AT = (2026, 1, 5, 0, 0, 0)
ROW_HEIGHT = 1700
BULLET = "• "


def render_hwpx(blocks: list[Block], target: Path) -> None:
    # The media type stands first and uncompressed, so that a reader recognises the format by its first bytes.
    with ZipFile(target, "w") as archive:
        add_part(archive, "mimetype", "application/hwp+zip", ZIP_STORED)
        for name, text in STATIC_PARTS.items():
            add_part(archive, name, text)
        add_part(archive, "Contents/content.hpf", package(escape(title_of(blocks))))
        add_part(archive, "Contents/section0.xml", section(blocks))
        add_part(archive, "Preview/PrvText.txt", "\r\n".join(block.text for block in blocks if block.text))


def add_part(archive: ZipFile, name: str, text: str, compression: int = ZIP_DEFLATED) -> None:
    info = ZipInfo(name, MADE_AT)
    info.compress_type = compression
    archive.writestr(info, text)


def section(blocks: list[Block]) -> str:
    first, *rest = blocks
    # The page's properties belong to the first run of the section.
    body = paragraph(first.kind, first.text, before=SECTION_PROPERTIES) + "".join(map(element, rest))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><hs:sec {NAMESPACES}>{body}</hs:sec>'


def element(block: Block) -> str:
    if block.kind == "table":
        return paragraph("paragraph", "", before=table(block.rows))
    return paragraph(block.kind, (BULLET if block.kind == "bullet" else "") + block.text)


def paragraph(kind: str, text: str, before: str = "") -> str:
    style, properties = PARAGRAPHS[kind]
    plain, bold = CHARACTERS.get(kind, CHARACTERS["paragraph"])
    runs = f'<hp:run charPrIDRef="{plain}">{before}</hp:run>' if before else ""
    for index, piece in enumerate(re.split(r"\*\*(.+?)\*\*", text)):
        if piece:
            character = bold if index % 2 == 1 else plain
            runs += f'<hp:run charPrIDRef="{character}"><hp:t>{escape(piece)}</hp:t></hp:run>'
    return f'<hp:p id="0" paraPrIDRef="{properties}" styleIDRef="{style}" pageBreak="0" columnBreak="0" merged="0">{runs}</hp:p>'


def table(rows: list[list[str]]) -> str:
    width = BODY_WIDTH // len(rows[0])
    body = "".join(
        "<hp:tr>" + "".join(cell(text, column, row, width) for column, text in enumerate(texts)) + "</hp:tr>"
        for row, texts in enumerate(rows)
    )
    return (
        '<hp:tbl id="0" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" '
        f'dropcapstyle="None" pageBreak="CELL" repeatHeader="1" rowCnt="{len(rows)}" colCnt="{len(rows[0])}" '
        'cellSpacing="0" borderFillIDRef="2" noAdjust="0">'
        f'<hp:sz width="{width * len(rows[0])}" widthRelTo="ABSOLUTE" height="{ROW_HEIGHT * len(rows)}" '
        'heightRelTo="ABSOLUTE" protect="0"/>'
        '<hp:pos treatAsChar="1" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" '
        'vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/>'
        '<hp:outMargin left="0" right="0" top="0" bottom="0"/><hp:inMargin left="510" right="510" top="141" bottom="141"/>'
        f"{body}</hp:tbl>"
    )


def cell(text: str, column: int, row: int, width: int) -> str:
    return (
        f'<hp:tc name="" header="{int(row == 0)}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="2">'
        '<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0" '
        'linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">'
        f'{paragraph("head" if row == 0 else "paragraph", text)}</hp:subList>'
        f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/><hp:cellSpan colSpan="1" rowSpan="1"/>'
        f'<hp:cellSz width="{width}" height="{ROW_HEIGHT}"/>'
        '<hp:cellMargin left="510" right="510" top="141" bottom="141"/></hp:tc>'
    )
