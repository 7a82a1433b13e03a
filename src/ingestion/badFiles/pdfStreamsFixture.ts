import { deflateSync } from 'node:zlib';
import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { anyPage, contents, onePage, page, pageText as text, pdfOf, stream } from './pdfFixture';
import { deflatedZeros } from './zipFixture';

/** Streams that do not hold what they declare, or far more. */
export const pdfStreams: BadFile[] = [
  badFile(
    'page-deflated-and-broken.pdf',
    anyPage,
    pdfOf(onePage({ 4: stream('/Filter/FlateDecode', noise(5000)) })),
  ),
  badFile(
    'page-deflated-and-cut.pdf',
    anyPage,
    pdfOf(onePage({ 4: stream('/Filter/FlateDecode', deflateSync(text).subarray(0, 20)) })),
  ),
  badFile(
    'page-of-two-gigabytes-of-zeros.pdf',
    ['file_too_complex', 'file_without_text', 'file_unreadable'],
    () => pdfOf(onePage({ 4: stream('/Filter/FlateDecode', zlibZeros(2048)) })),
  ),
  badFile(
    'page-deflated-twice-to-gigabytes.pdf',
    ['file_too_complex', 'file_without_text', 'file_unreadable'],
    () => pdfOf(onePage({ 4: stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(zlibZeros(4096))) })),
  ),
  badFile(
    'page-of-gigabytes-of-operators.pdf',
    ['file_too_complex', 'file_without_text', 'file_unreadable'],
    () =>
      pdfOf(
        onePage({ 4: stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(200 * 1024 * 1024, 'q Q '))) }),
      ),
  ),
  badFile(
    'stream-without-end.pdf',
    anyPage,
    pdfOf(onePage({ 4: '<</Length 99999999>>\nstream\n(never ends' })),
  ),
  badFile('stream-of-negative-length.pdf', anyPage, pdfOf(onePage({ 4: stream('/Length -1', text) }))),
  badFile(
    'thousand-filters.pdf',
    anyPage,
    pdfOf(onePage({ 4: stream(`/Filter[${'/ASCIIHexDecode'.repeat(1000)}]`, '41') })),
  ),
  badFile(
    'filter-that-nobody-knows.pdf',
    anyPage,
    pdfOf(onePage({ 4: stream('/Filter/SecretDecode', text) })),
  ),
  badFile(
    'predictor-of-two-billion-columns.pdf',
    anyPage,
    pdfOf(
      onePage({
        4: stream(
          '/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 32/Columns 2147483647/BitsPerComponent 16>>',
          deflateSync(text),
        ),
      }),
    ),
  ),
  ...[
    'JBIG2Decode',
    'JPXDecode',
    'DCTDecode',
    'CCITTFaxDecode',
    'LZWDecode',
    'RunLengthDecode',
    'ASCII85Decode',
  ].map((filter) =>
    badFile(`picture-of-noise-${filter}.pdf`, anyPage, () =>
      pdfOf(
        onePage({
          3: page('', '/XObject<</I 6 0 R>>'),
          4: stream('', `${text} 99 0 0 99 0 0 cm /I Do`),
          6: stream(
            `/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/${filter}`,
            noise(20_000),
          ),
        }),
      ),
    ),
  ),
  badFile('page-that-is-a-JBIG2-picture.pdf', anyPage, () =>
    pdfOf(onePage({ 4: stream('/Filter/JBIG2Decode', noise(5000)) })),
  ),
  badFile(
    'inline-picture-without-end.pdf',
    anyPage,
    contents(`${text} BI /W 2000000000 /H 2000000000 /BPC 8 /CS /RGB ID ${'x'.repeat(10_000)}`),
  ),
];

/** Zeros for FlateDecode: deflated, in a zlib wrapper whose checksum nobody reads. */
function zlibZeros(megabytes: number): Buffer {
  return Buffer.concat([Buffer.from('789c', 'hex'), deflatedZeros(megabytes), Buffer.alloc(4)]);
}
