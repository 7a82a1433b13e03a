import { gzipSync } from 'node:zlib';
import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { compoundFile } from './compoundFileFixture';
import { goodFile, type GoodFormat } from './goodFilesFixture';
import { deflated, zipOf } from './zipFixture';

const behind = (mark: string, length = 20_000) => Buffer.concat([Buffer.from(mark, 'latin1'), noise(length)]);

/** Files that are none of ours, by what they are. */
const strangers: Record<string, () => Buffer> = {
  png: () => behind('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'),
  jpeg: () => behind('\xff\xd8\xff\xe0\x00\x10JFIF\x00'),
  gif: () => behind('GIF89a'),
  exe: () => behind('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff'),
  elf: () => behind('\x7fELF\x02\x01\x01\x00'),
  sqlite: () => behind('SQLite format 3\x00\x10\x00\x01\x01'),
  gzip: () => gzipSync(noise(20_000)),
  '7z': () => behind('7z\xbc\xaf\x27\x1c\x00\x04'),
  rar: () => behind('Rar!\x1a\x07\x01\x00'),
  mp4: () => behind('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00'),
  wasm: () => behind('\x00asm\x01\x00\x00\x00'),
  zip: () => zipOf([deflated('notes.txt', '메모'), deflated('run.exe', 'MZ')]),
  jar: () => zipOf([deflated('META-INF/MANIFEST.MF', 'Manifest-Version: 1.0\n')]),
  odt: () => zipOf([deflated('mimetype', 'application/vnd.oasis.opendocument.text')]),
  epub: () => zipOf([deflated('mimetype', 'application/epub+zip')]),
  xlsb: () =>
    zipOf([deflated('[Content_Types].xml', '<Types>application/vnd.ms-excel.sheet.binary</Types>')]),
  doc: () => compoundFile({ WordDocument: noise(5000) }),
  xls: () => compoundFile({ Workbook: noise(5000) }),
  ppt: () => compoundFile({ 'PowerPoint Document': noise(5000) }),
  hwp3: () => behind('HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05'),
  rtf: () => Buffer.from('{\\rtf1\\ansi{\\fonttbl\\f0 Batang;}\\f0 text}'),
  svg: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  postscript: () => Buffer.from('%!PS-Adobe-3.0\n/Courier findfont\nshowpage\n'),
  xml: () => Buffer.from('<?xml version="1.0"?><invoice><total>1</total></invoice>'),
};

const names = ['pdf', 'docx', 'hwp', 'xlsx', 'txt', 'csv', 'hwpx', 'pptx'];

const renamedStrangers = Object.entries(strangers).map(([what, content], index) =>
  badFile(`${what}-named-otherwise.${names[index % names.length]}`, 'file_unsupported', content),
);

/** What our own formats are called by mistake: they are read as what they are. */
const wrongNames: [GoodFormat, string][] = [
  ['docx', 'pdf'],
  ['pdf', 'docx'],
  ['xlsx', 'hwp'],
  ['hwp', 'pdf'],
  ['hwpx', 'docx'],
  ['pptx', 'txt'],
  ['html', 'pdf'],
  ['pdf', 'exe'],
];

export const renamedFiles: BadFile[] = [
  ...renamedStrangers,
  ...wrongNames.map(([format, name]) => badFile(`${format}-named.${name}`, 'read', () => goodFile(format))),
];
