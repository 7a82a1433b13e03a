"""Renders the sources of the binary sample documents into samples/documents.

    python3 -m venv /tmp/samples && /tmp/samples/bin/pip install -r scripts/samples/requirements.txt
    apt-get install fonts-nanum
    /tmp/samples/bin/python scripts/samples/build.py name.pdf other.docx

Renders the documents that are named, or all of them. Name those you changed: Office files and PDFs differ from run to
run, so rendering all changes files whose sources did not change.

`sources/name.pdf.md` becomes `samples/documents/name.pdf`, and so for .docx, .xlsx, .pptx, .hwpx and .hwp (the last needs
`npm install` too); `sources/name.txt.cp949` (kept in UTF-8) becomes `name.txt` in the old Korean encoding. The other
documents are written by hand where they lie.
"""

import sys
from pathlib import Path

from render_docx import render_docx
from render_hwp import render_hwp
from render_hwpx import render_hwpx
from render_pdf import render_pdf
from render_pptx import render_pptx
from render_xlsx import render_xlsx
from source import read_source

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "samples" / "documents"
RENDERERS = {
    ".pdf": render_pdf,
    ".docx": render_docx,
    ".xlsx": render_xlsx,
    ".pptx": render_pptx,
    ".hwpx": render_hwpx,
    ".hwp": render_hwp,
}


def main(names: list[str]) -> None:
    sources = {path.stem: path for path in sorted((HERE / "sources").iterdir())}
    unknown = set(names) - sources.keys()
    if unknown:
        sys.exit(f"no source for: {', '.join(sorted(unknown))}")
    for name in names or sources:
        render(sources[name], TARGET / name)


def render(source: Path, target: Path) -> None:
    if source.suffix == ".cp949":
        target.write_bytes(source.read_text(encoding="utf-8").replace("\n", "\r\n").encode("cp949"))
    else:
        RENDERERS[target.suffix](read_source(source), target)
    print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])
