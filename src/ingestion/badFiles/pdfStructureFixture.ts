import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { anyPage, onePage, page, pageText as text, pdfOf, stream } from './pdfFixture';

/** Wrong trees, tables and references: what a reader needs to get to the pages. */
export const pdfStructure: BadFile[] = [
  badFile('header-only.pdf', 'file_unreadable', '%PDF-1.7\n'),
  badFile('no-pages.pdf', anyPage, pdfOf({ 1: '<</Type/Catalog>>' })),
  badFile(
    'page-tree-that-holds-itself.pdf',
    anyPage,
    pdfOf(onePage({ 2: '<</Type/Pages/Count 1/Kids[2 0 R]>>' })),
  ),
  badFile(
    'page-tree-in-a-circle.pdf',
    anyPage,
    pdfOf({
      1: '<</Type/Catalog/Pages 2 0 R>>',
      2: '<</Type/Pages/Count 9/Kids[3 0 R]>>',
      3: '<</Type/Pages/Count 9/Kids[2 0 R]>>',
    }),
  ),
  badFile('page-that-is-its-parent.pdf', anyPage, pdfOf(onePage({ 3: page('/Parent 3 0 R') }))),
  badFile('reference-to-itself.pdf', anyPage, pdfOf(onePage({ 4: '4 0 R' }))),
  badFile('length-that-is-its-own-stream.pdf', anyPage, pdfOf(onePage({ 4: stream('/Length 4 0 R', text) }))),
  badFile(
    'two-billion-pages-declared.pdf',
    [...anyPage, 'file_too_complex'],
    pdfOf(onePage({ 2: '<</Type/Pages/Count 2147483647/Kids[3 0 R]>>' })),
  ),
  badFile(
    'minus-one-page-declared.pdf',
    anyPage,
    pdfOf(onePage({ 2: '<</Type/Pages/Count -1/Kids[3 0 R]>>' })),
  ),
  badFile(
    'page-count-that-is-a-name.pdf',
    anyPage,
    pdfOf(onePage({ 2: '<</Type/Pages/Count/Many/Kids[3 0 R]>>' })),
  ),
  badFile('billion-pages-of-ten-objects.pdf', ['file_too_complex', 'file_unreadable'], () => pageTreeBomb()),
  badFile('hundred-thousand-empty-pages.pdf', 'file_too_complex', () => manyPages(100_000)),
  badFile('wrong-places-in-xref.pdf', 'read', pdfOf(onePage(), { shift: 7 })),
  badFile('startxref-behind-the-end.pdf', 'read', pdfOf(onePage(), { startxref: 99_999_999 })),
  badFile('startxref-negative.pdf', 'read', pdfOf(onePage(), { startxref: -5 })),
  badFile('xref-that-goes-back-to-itself.pdf', 'read', () => {
    const content = pdfOf(onePage());
    return Buffer.from(
      content.toString('latin1').replace('/Root 1', `/Prev ${content.lastIndexOf('xref\n0')}/Root 1`),
      'latin1',
    );
  }),
  badFile('xref-of-four-billion-objects.pdf', anyPage, () =>
    Buffer.from(
      pdfOf(onePage())
        .toString('latin1')
        .replace(/xref\n0 \d+/, 'xref\n0 4294967295'),
      'latin1',
    ),
  ),
  badFile(
    'object-stream-that-extends-itself.pdf',
    anyPage,
    pdfOf(onePage({ 6: stream('/Type/ObjStm/N 1/First 4/Extends 6 0 R', '4 0 <<>>') })),
  ),
  badFile('xref-stream-made-of-noise.pdf', anyPage, () => xrefStream(noise(2000))),
  badFile('root-that-is-not-there.pdf', anyPage, () =>
    Buffer.from(pdfOf(onePage()).toString('latin1').replace('/Root 1 0 R', '/Root 99 0 R'), 'latin1'),
  ),
  badFile(
    'hundred-thousand-arrays-in-each-other.pdf',
    anyPage,
    pdfOf(onePage({ 6: '['.repeat(100_000) + ']'.repeat(100_000) }), { trailer: '/Info 6 0 R' }),
  ),
  badFile(
    'hundred-thousand-dictionaries-in-catalogue.pdf',
    anyPage,
    pdfOf(
      onePage({
        1: `<</Type/Catalog/Pages 2 0 R/Names ${'<</A'.repeat(100_000)} 1 ${'>>'.repeat(100_000)}>>`,
      }),
    ),
  ),
  badFile(
    'text-behind-the-header-instead-of-objects.pdf',
    'file_unreadable',
    `%PDF-1.7\n${'이것은 PDF가 아니다.\n'.repeat(1000)}`,
  ),
  badFile('ten-megabytes-of-obj.pdf', ['file_unreadable', 'file_too_complex'], () =>
    Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(1_300_000)}`),
  ),
];

/** Each node holds the next one ten times. */
function pageTreeBomb(): Buffer {
  const objects = onePage({ 2: `<</Type/Pages/Count 1000000000/Kids[${'6 0 R '.repeat(10)}]>>` });
  for (let depth = 1; depth < 9; depth += 1) {
    const next = depth === 8 ? 3 : 6 + depth;
    objects[5 + depth] = `<</Type/Pages/Count ${10 ** (9 - depth)}/Kids[${`${next} 0 R `.repeat(10)}]>>`;
  }
  return pdfOf(objects);
}

function manyPages(count: number): Buffer {
  const first = 10;
  const kids = Array.from({ length: count }, (_, index) => `${first + index} 0 R`).join(' ');
  const objects = onePage({ 2: `<</Type/Pages/Count ${count}/Kids[${kids}]>>` });
  for (let index = 0; index < count; index += 1) {
    objects[first + index] = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';
  }
  return pdfOf(objects);
}

function xrefStream(content: Buffer): Buffer {
  const start = Buffer.from('%PDF-1.7\n');
  const body = Buffer.concat([
    Buffer.from('1 0 obj\n'),
    stream('/Type/XRef/Size 2000000000/W[8 8 8]/Root 1 0 R/Index[0 2000000000]', content),
    Buffer.from('\nendobj\n'),
  ]);
  return Buffer.concat([start, body, Buffer.from(`startxref\n${start.length}\n%%EOF\n`)]);
}
