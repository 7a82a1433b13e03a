"""Renders a source as HWP 5, the binary format: as HWPX first, which `@rhwp/core` (a package of this repository) rewrites."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from render_hwpx import render_hwpx
from source import Block

REPOSITORY = Path(__file__).parents[2]
REWRITE = """
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HwpDocument, initSync } from '@rhwp/core';
initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) });
const [source, target] = process.argv.slice(-2);
writeFileSync(target, new HwpDocument(readFileSync(source)).exportHwp());
"""


def render_hwp(blocks: list[Block], target: Path) -> None:
    with TemporaryDirectory() as folder:
        intermediate = Path(folder) / f"{target.stem}.hwpx"
        render_hwpx(blocks, intermediate)
        command = ["node", "--input-type=module", "--eval", REWRITE, str(intermediate), str(target)]
        subprocess.run(command, cwd=REPOSITORY, check=True, timeout=60)
