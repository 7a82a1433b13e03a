"""Reads a document source: a small part of Markdown, as a list of blocks.

`# title`, `## section`, `### part`, paragraphs, `- item`, `1. item`, `> note` and tables with a header row.
Inside a text `**bold**` is kept for the renderers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Block:
    """`kind` is title, section, part, paragraph, bullet, numbered, note or table; only a table has rows."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)


MARKS = {"# ": "title", "## ": "section", "### ": "part", "- ": "bullet", "> ": "note"}


def read_source(path: Path) -> list[Block]:
    blocks: list[Block] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            add_row(blocks, line)
        elif line.strip():
            blocks.append(text_block(line))
        else:
            blocks.append(Block("gap"))
    return [block for block in blocks if block.kind != "gap"]


def text_block(line: str) -> Block:
    for mark, kind in MARKS.items():
        if line.startswith(mark):
            return Block(kind, line[len(mark) :])
    return Block("numbered" if re.match(r"\d+\. ", line) else "paragraph", line)


def add_row(blocks: list[Block], line: str) -> None:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
        return
    if not blocks or blocks[-1].kind != "table":
        blocks.append(Block("table"))
    blocks[-1].rows.append(cells)


def title_of(blocks: list[Block]) -> str:
    return next(block.text for block in blocks if block.kind == "title")
