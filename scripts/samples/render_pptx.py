"""Renders a source as a slide deck: each `## section` is a slide, and a `> note` is what its speaker says (the notes)."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from pptx import Presentation
from pptx.util import Inches, Pt

from source import Block, title_of

TITLE_SLIDE, TITLE_AND_CONTENT = 0, 1
LEFT, WIDTH = Inches(0.6), Inches(12.1)
ROW_HEIGHT = Inches(0.38)
HEADING_TOP, BODY_TOP = Inches(0.35), Inches(1.35)


def render_pptx(blocks: list[Block], target: Path) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    properties = deck.core_properties
    properties.title, properties.author = title_of(blocks), "나루제약"
    properties.created = properties.modified = datetime(2026, 1, 5)
    for slide_blocks in split_into_slides(blocks):
        add_slide(deck, slide_blocks)
    deck.save(str(target))


def split_into_slides(blocks: list[Block]) -> list[list[Block]]:
    slides: list[list[Block]] = []
    for block in blocks:
        if block.kind in ("title", "section"):
            slides.append([])
        slides[-1].append(block)
    return slides


def add_slide(deck, blocks: list[Block]) -> None:
    heading, *body = blocks
    layout = TITLE_SLIDE if heading.kind == "title" else TITLE_AND_CONTENT
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = heading.text
    spoken = [block.text for block in body if block.kind == "note"]
    shown = [block for block in body if block.kind not in ("note", "table")]
    tables = [block for block in body if block.kind == "table"]
    text_box = slide.placeholders[1]
    if shown:
        add_text(text_box.text_frame, shown)
    else:
        text_box.element.getparent().remove(text_box.element)
    if layout == TITLE_AND_CONTENT:
        arrange(slide, text_box if shown else None, tables)
    if spoken:
        slide.notes_slide.notes_text_frame.text = "\n".join(spoken)


def arrange(slide, text_box, tables: list[Block]) -> None:
    """Tables from the top, the text under them."""
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = LEFT, HEADING_TOP, WIDTH, Inches(0.8)
    top = BODY_TOP
    for block in tables:
        height = ROW_HEIGHT * len(block.rows)
        shape = slide.shapes.add_table(len(block.rows), len(block.rows[0]), LEFT, top, WIDTH, height)
        for row, texts in zip(shape.table.rows, block.rows):
            for cell, text in zip(row.cells, texts):
                cell.text = text
                cell.text_frame.paragraphs[0].font.size = Pt(13)
        top += height + Inches(0.25)
    if text_box is not None:
        text_box.left, text_box.top, text_box.width = LEFT, top, WIDTH
        text_box.height = max(Inches(1), Inches(7.1) - top)


def add_text(frame, blocks: list[Block]) -> None:
    for index, block in enumerate(blocks):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        for part, piece in enumerate(re.split(r"\*\*(.+?)\*\*", block.text)):
            if piece:
                run = paragraph.add_run()
                run.text, run.font.size = piece, Pt(18)
                run.font.bold = True if part % 2 == 1 or block.kind == "part" else None
