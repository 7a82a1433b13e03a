"""Renders a source as an A4 PDF with embedded Nanum fonts (SIL Open Font License) and a text layer."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import CondPageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from source import Block, title_of

FONTS = Path("/usr/share/fonts/truetype/nanum")
TEAL, PALE, GREY = HexColor("#0f766e"), HexColor("#eef6f5"), HexColor("#64748b")
MARGIN = 20 * mm
# The page frame keeps 6 points clear on either side.
WIDTH = A4[0] - 2 * MARGIN - 12


def style(name: str, size: float, **options) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=options.pop("fontName", "Nanum"), fontSize=size, leading=size * 1.6, **options)


STYLES = {
    "title": style("title", 18, fontName="NanumBold", textColor=TEAL, spaceAfter=5 * mm),
    "section": style("section", 12.5, fontName="NanumBold", textColor=TEAL, spaceBefore=5 * mm, spaceAfter=2 * mm),
    "part": style("part", 10.5, fontName="NanumBold", spaceBefore=3 * mm, spaceAfter=1 * mm),
    "paragraph": style("paragraph", 10, spaceAfter=2 * mm),
    "bullet": style("bullet", 10, leftIndent=5 * mm, bulletIndent=1 * mm, spaceAfter=0.8 * mm),
    "numbered": style("numbered", 10, leftIndent=5 * mm, firstLineIndent=-4 * mm, spaceAfter=0.8 * mm),
    "note": style("note", 9.5, leftIndent=3 * mm, rightIndent=3 * mm, backColor=PALE, borderPadding=6, spaceBefore=3 * mm, spaceAfter=4 * mm),
    "cell": style("cell", 9),
    "head": style("head", 9, fontName="NanumBold", textColor=white),
}


def render_pdf(blocks: list[Block], target: Path) -> None:
    pdfmetrics.registerFont(TTFont("Nanum", str(FONTS / "NanumGothic.ttf")))
    pdfmetrics.registerFont(TTFont("NanumBold", str(FONTS / "NanumGothicBold.ttf")))
    title = title_of(blocks)
    document = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=24 * mm,
        bottomMargin=20 * mm,
        title=title,
        author="나루제약",
        invariant=1,
    )
    frame = lambda canvas, page: draw_frame(canvas, page, title)  # noqa: E731
    document.build([part for block in blocks for part in flowables(block)], onFirstPage=frame, onLaterPages=frame)


def flowables(block: Block) -> list:
    if block.kind == "table":
        return [table(block.rows), Spacer(1, 3 * mm)]
    text = markup(block.text)
    if block.kind == "bullet":
        return [Paragraph(text, STYLES["bullet"], bulletText="•")]
    paragraph = Paragraph(text, STYLES[block.kind])
    # A heading is not left alone at the foot of a page.
    room = {"section": 50 * mm, "part": 35 * mm}.get(block.kind, 0)
    return [CondPageBreak(room), paragraph]


def table(rows: list[list[str]]) -> Table:
    head, *body = rows
    cells = [[Paragraph(markup(text), STYLES["head"]) for text in head]]
    cells += [[Paragraph(markup(text), STYLES["cell"]) for text in row] for row in body]
    result = Table(cells, colWidths=column_widths(rows), repeatRows=1)
    result.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), TEAL),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, PALE]),
                ("GRID", (0, 0), (-1, -1), 0.4, GREY),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return result


def column_widths(rows: list[list[str]]) -> list[float]:
    """In proportion to the longest text of each column, within bounds that keep short columns readable."""
    longest = [min(42, max(8, max(len(row[index]) for row in rows))) for index in range(len(rows[0]))]
    return [WIDTH * length / sum(longest) for length in longest]


def markup(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r'<font name="NanumBold">\1</font>', escape(text))


def draw_frame(canvas, page, title: str) -> None:
    canvas.saveState()
    canvas.setFillColor(TEAL)
    canvas.rect(0, A4[1] - 12 * mm, A4[0], 12 * mm, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont("NanumBold", 10)
    canvas.drawString(MARGIN, A4[1] - 8 * mm, "나루제약")
    canvas.setFillColor(GREY)
    canvas.setFont("Nanum", 8)
    canvas.drawString(MARGIN, 10 * mm, title)
    canvas.drawRightString(A4[0] - MARGIN, 10 * mm, str(page.page))
    canvas.restoreState()
