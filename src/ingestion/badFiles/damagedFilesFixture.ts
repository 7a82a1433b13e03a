import { noise } from '../fixtures/parseWritten';
import { badFile, unreadableOrRead, type BadFile, type Outcome } from './badFileFixture';
import { goodFile, goodFiles, type GoodFormat } from './goodFilesFixture';

const formats = Object.keys(goodFiles) as GoodFormat[];
const binaryFormats = formats.filter((format) => format !== 'html');

/** Where a file is cut, as a share of it; the last cut takes some bytes only, as a broken download does. */
const cuts: [place: string, keep: (length: number) => number][] = [
  ['behind-its-first-bytes', () => 100],
  ['at-a-quarter', (length) => Math.floor(length / 4)],
  ['at-half', (length) => Math.floor(length / 2)],
  ['at-three-quarters', (length) => Math.floor((length * 3) / 4)],
  ['before-its-last-bytes', (length) => length - 10],
];

/** pdf.js repairs what it can, and a page may be whole before the cut. */
const outcomesOfCut: Partial<Record<GoodFormat, readonly Outcome[]>> = {
  pdf: ['file_unreadable', 'file_without_text', 'read'],
  html: ['file_empty', 'read'],
  // Where the header of a compound file is all there is, nothing says that it was a Hangul document.
  hwp: ['file_unreadable', 'file_unsupported', 'file_empty', 'read'],
};

const truncated = formats.flatMap((format) =>
  cuts.map(([place, keep]) =>
    badFile(`truncated-${place}.${format}`, outcomesOfCut[format] ?? 'file_unreadable', () => {
      const content = goodFile(format);
      return content.subarray(0, keep(content.length));
    }),
  ),
);

const empty = [...formats, 'csv', 'md', 'txt'].map((format) =>
  badFile(`zero-bytes.${format}`, 'file_empty', Buffer.alloc(0)),
);

/** How each format begins; random bytes follow. */
const marks: Record<string, Buffer> = {
  pdf: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
  docx: Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'),
  pptx: Buffer.from('PK\x03\x04\x14\x00\x08\x08', 'latin1'),
  xlsx: Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'),
  hwpx: Buffer.from('PK\x03\x04\x0a\x00\x00\x00', 'latin1'),
};
const afterMark = [
  ...Object.entries(marks).map(([format, mark]) =>
    badFile(`noise-behind-its-mark.${format}`, 'file_unreadable', Buffer.concat([mark, noise(50_000)])),
  ),
  badFile('noise-behind-its-mark.hwp', 'file_unsupported', () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(50_000)]),
  ),
  badFile('noise-behind-its-mark-and-signature.hwp', 'file_unreadable', () => {
    const signature = Buffer.alloc(40);
    signature.write('HWP Document File');
    return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise(4088), signature, noise(50_000)]);
  }),
  badFile('noise-behind-its-mark.html', 'file_unsupported', () =>
    Buffer.concat([Buffer.from('<!DOCTYPE html><html>'), noise(50_000)]),
  ),
  badFile('noise.txt', 'file_unsupported', noise(50_000)),
  badFile('noise.csv', 'file_unsupported', noise(50_001)),
];

/** One byte in so many is another one: a few in the file, some in each part, most of all structures. */
const rates = [20_000, 1000, 50];

/** A flipped byte may be a letter, a size, or a bit that says that there is a password. */
const outcomesOfFlips: readonly Outcome[] = [
  ...unreadableOrRead,
  'file_encrypted',
  'file_unsupported',
  'file_without_text',
  'file_too_complex',
];

const flipped = binaryFormats.flatMap((format) =>
  rates.map((rate) =>
    badFile(`one-byte-in-${rate}-flipped.${format}`, outcomesOfFlips, () =>
      flipBytes(goodFile(format), rate),
    ),
  ),
);

export const damagedFiles: BadFile[] = [...truncated, ...empty, ...afterMark, ...flipped];

function flipBytes(content: Buffer, rate: number): Buffer {
  const places = noise(Math.ceil(content.length / rate) * 4);
  for (let index = 0; index < places.length; index += 4) {
    content[places.readUInt32LE(index) % content.length]! ^= 0xff;
  }
  return content;
}
