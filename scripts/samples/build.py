"""Renders the sources of the binary sample documents into samples/documents.

    python3 -m venv /tmp/samples && /tmp/samples/bin/pip install -r scripts/samples/requirements.txt
    apt-get install fonts-nanum
    /tmp/samples/bin/python scripts/samples/build.py

`sources/name.pdf.md` becomes `samples/documents/name.pdf`, and so for .docx and .xlsx; `sources/name.txt.cp949` (kept in
UTF-8) becomes `name.txt` in the old Korean encoding. The other documents are written by hand where they lie.
"""

from pathlib import Path

from render_docx import render_docx
from render_pdf import render_pdf
from render_xlsx import render_xlsx
from source import read_source

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "samples" / "documents"
RENDERERS = {".pdf": render_pdf, ".docx": render_docx, ".xlsx": render_xlsx}


def main() -> None:
    for path in sorted((HERE / "sources").iterdir()):
        target = TARGET / path.stem
        if path.suffix == ".cp949":
            target.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("cp949"))
        else:
            RENDERERS[target.suffix](read_source(path), target)
        print(target.name, target.stat().st_size)


if __name__ == "__main__":
    main()
