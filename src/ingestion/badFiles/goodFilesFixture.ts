import { readFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import { deflated, zipOf, type ZipEnd, type ZipEntry } from './zipFixture';

/** Well-made files, one of each format, which bad ones are made from. */
export const goodFiles = {
  pdf: 'product-notice.pdf',
  docx: 'regulation.docx',
  pptx: 'briefing.pptx',
  xlsx: 'price-list.xlsx',
  hwp: 'benefit-notice.hwp',
  hwpx: 'benefit-notice.hwpx',
  html: 'trial-summary.html',
} as const;

export type GoodFormat = keyof typeof goodFiles;
export type ArchiveFormat = 'docx' | 'pptx' | 'xlsx' | 'hwpx';

export function goodFile(format: GoodFormat): Buffer {
  return fixtureFile(goodFiles[format]);
}

export function fixtureFile(name: string): Buffer {
  return readFileSync(path.join(__dirname, '..', '..', '..', 'src', 'ingestion', 'fixtures', name));
}

/** The part of an archive that holds its first words. */
export const mainParts: Record<ArchiveFormat, string> = {
  docx: 'word/document.xml',
  pptx: 'ppt/slides/slide1.xml',
  xlsx: 'xl/worksheets/sheet1.xml',
  hwpx: 'Contents/section0.xml',
};

/** How a part is to be changed: its new content, a function of the old one, or null to leave it out. */
export type PartChange = string | Buffer | null | ((xml: string) => string);

/** A well-made archive with some of its parts changed or added. */
export async function withParts(format: ArchiveFormat, changes: Record<string, PartChange>): Promise<Buffer> {
  const archive = await JSZip.loadAsync(goodFile(format));
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) archive.remove(name);
    else if (typeof change === 'function')
      archive.file(name, change(await archive.file(name)!.async('string')));
    else archive.file(name, change);
  }
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The parts of a well-made archive, to be put into a badly made one. */
export async function entriesOf(format: ArchiveFormat): Promise<ZipEntry[]> {
  const archive = await JSZip.loadAsync(goodFile(format));
  const parts = Object.values(archive.files).filter(({ dir }) => !dir);
  return Promise.all(parts.map(async (part) => deflated(part.name, await part.async('nodebuffer'))));
}

/** A good archive with further entries and, if need be, a wrong end. */
export async function withEntries(format: ArchiveFormat, entries: ZipEntry[], end?: ZipEnd): Promise<Buffer> {
  return zipOf([...(await entriesOf(format)), ...entries], end);
}
