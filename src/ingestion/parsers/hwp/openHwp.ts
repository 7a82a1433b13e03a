import { readFileSync } from 'node:fs';
import type { HwpDocument } from '@rhwp/core' with { 'resolution-mode': 'import' };

/** A letter's width in em: Hangul and Chinese characters take a whole one, others about half. */
const wideCharacter = /[\u1100-\uFFDC]/;

/**
 * Opens a Hangul document by rhwp (WebAssembly; it has no way to the network or the disk). It lays the pages out itself
 * and asks for the widths of letters; where no font can be asked, page numbers are near, not exact.
 */
export async function openHwp(content: Buffer): Promise<HwpDocument> {
  const rhwp = await import('@rhwp/core');
  Object.assign(globalThis, { measureTextWidth });
  rhwp.initSync({ module: readFileSync(require.resolve('@rhwp/core/rhwp_bg.wasm')) });
  return new rhwp.HwpDocument(content);
}

function measureTextWidth(font: string, text: string): number {
  const size = Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '10');
  return Array.from(text).reduce((width, letter) => width + size * (wideCharacter.test(letter) ? 1 : 0.5), 0);
}
