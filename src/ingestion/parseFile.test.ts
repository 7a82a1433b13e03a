import { readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { noise, parseWritten, withFile } from './fixtures/parseWritten';
import type { AppError } from '../errors';
import { parseFile } from './parseFile';
import { parseInChild } from './parseInChild';

const fixturePath = (name: string) => path.join(__dirname, 'fixtures', name);
const fixture = (name: string) => readFile(fixturePath(name));
const generousLimits = {
  milliseconds: 60_000,
  heapMegabytes: 512,
  residentMegabytes: 1024,
  silentCpuMilliseconds: 60_000,
};

describe('parseFile', () => {
  it.each([
    ['product-notice.pdf', '안내.txt', 'application/pdf'],
    [
      'regulation.docx',
      '규정.pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['price-list.xlsx', '약가', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('goes by the content, not the name: %s as %s', async (name, fileName, mediaType) => {
    expect((await parseFile(fixturePath(name), { fileName })).mediaType).toBe(mediaType);
  });

  it('gives composed text of a file that macOS wrote decomposed', async () => {
    const { blocks } = await parseWritten('안내.txt', '■ 용법\n하루 한 번 복용한다.\n'.normalize('NFD'));
    expect(blocks).toEqual([
      { kind: 'heading', level: 3, text: '용법', page: null },
      { kind: 'paragraph', text: '하루 한 번 복용한다.', page: null },
    ]);
  });

  it('reads a text that begins like a picture', async () => {
    const { mediaType, blocks } = await parseWritten('기준.txt', 'BMI 기준은 25이다.');
    expect({ mediaType, text: blocks[0]!.text }).toEqual({
      mediaType: 'text/plain',
      text: 'BMI 기준은 25이다.',
    });
  });

  it('takes a very long heading for the text it is', async () => {
    const { blocks } = await parseWritten('a.md', `# ${'긴 제목 '.repeat(60)}\n`);
    expect(blocks[0]!.kind).toBe('paragraph');
  });

  it('brings a large document over whole and in order', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `${index},나루정 ${index}mg,${index * 3}`);
    const { blocks } = await parseWritten('a.csv', ['번호,제품,금액', ...lines].join('\n'));
    expect(blocks).toHaveLength(5000);
    expect(blocks[4321]!.text).toBe('번호: 4321 | 제품: 나루정 4321mg | 금액: 12963');
  });

  it.each([
    ['file_empty', '빈.txt', () => Buffer.alloc(0)],
    ['file_empty', '빈칸.txt', () => Buffer.from(' \n\t\n')],
    ['file_encrypted', '암호.pdf', () => fixture('encrypted.pdf')],
    ['file_encrypted', '암호.docx', () => compoundFile('EncryptedPackage')],
    ['file_unsupported', '옛.doc', () => compoundFile('WordDocument')],
    ['file_without_text', '스캔.pdf', () => fixture('scanned.pdf')],
    ['file_without_text', '그림.docx', () => fixture('picture-only.docx')],
    ['file_unreadable', '잘린.docx', async () => (await fixture('regulation.docx')).subarray(0, 20_000)],
    ['file_unreadable', '많이 잘린.docx', async () => (await fixture('regulation.docx')).subarray(0, 300)],
    ['file_unreadable', '잘린.pdf', async () => (await fixture('product-notice.pdf')).subarray(0, 3000)],
    ['file_unreadable', '빈.pdf', () => Buffer.from('%PDF-1.7\n')],
    ['file_unreadable', '깨진.docx', () => officeFile('<w:document>')],
    ['file_unsupported', '잡음.txt', () => noise(5000)],
    ['file_unsupported', '잡음.pdf', () => noise(5000)],
    [
      'file_unreadable',
      '빈 한글.hwpx',
      () => zip({ mimetype: 'application/hwp+zip', 'Contents/section0.xml': '<a/>' }),
    ],
    ['file_unsupported', '묶음.docx', () => zip({ '메모.txt': '안녕' })],
    [
      'file_unsupported',
      '그림.txt',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>안녕</text></svg>'),
    ],
    [
      'file_with_macros',
      '규정.docx',
      async () => withPart(await fixture('regulation.docx'), 'word/vbaProject.bin'),
    ],
    [
      'file_with_macros',
      '교육.pptx',
      () => zip({ '[Content_Types].xml': macroTypes, 'ppt/presentation.xml': '<a/>' }),
    ],
  ])('answers %s for %s', async (code, fileName, content) => {
    await expect(parseWritten(fileName, await content())).rejects.toMatchObject({ name: 'AppError', code });
  });

  it('tells the log why', async () => {
    await expect(parseWritten('깨진.pdf', '%PDF-1.7\n')).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('PDF') }),
    });
  });

  it('stops when it is aborted', async () => {
    const abort = new AbortController();
    const parsing = parseFile(fixturePath('product-notice.pdf'), { fileName: 'a.pdf', signal: abort.signal });
    abort.abort(new Error('deleted'));
    await expect(parsing).rejects.toThrow('deleted');
    const again = parseFile(fixturePath('product-notice.pdf'), { fileName: 'a.pdf', signal: abort.signal });
    await expect(again).rejects.toThrow('deleted');
  });
});

describe('parseInChild', () => {
  const manyRows = `번호,제품\n${'1,나루정 5mg 한 통에 서른 정\n'.repeat(300_000)}`;

  it.each([
    ['heap', manyRows, { ...generousLimits, heapMegabytes: 40 }],
    ['time', manyRows, { ...generousLimits, milliseconds: 400 }],
    ['work without a result', manyRows, { ...generousLimits, silentCpuMilliseconds: 400 }],
  ])('ends a child that uses too much %s, and lives on', async (_what, content, limits) => {
    await withFile(content, async (filePath) => {
      const parsing = parseInChild(filePath, { fileName: 'a.csv', limits });
      await expect(parsing).rejects.toMatchObject({ name: 'AppError', code: 'file_too_complex' });
    });
    expect((await parseWritten('a.txt', '그래도 읽는다.')).blocks).toHaveLength(1);
  });

  it.each([
    ['merged whole', 'file_too_complex', '<mergeCell ref="A1:XFD1048576"/>', ''],
    ['named whole', ['끝'], '', '<definedName name="all">Sheet!$A$1:$XFD$1048576</definedName>'],
    ['of one cell at its far end', ['끝'], '', ''],
  ])('comes to an end with a sheet %s', async (_what, expected, merged, name) => {
    const workbook = await JSZip.loadAsync(await fixture('empty.xlsx'));
    const cell = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>끝</t></is></c></row>';
    workbook.file(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${spreadsheet}"><sheetData>${cell}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
    );
    const book = await workbook.file('xl/workbook.xml')!.async('string');
    workbook.file('xl/workbook.xml', book.replace('<definedNames/>', `<definedNames>${name}</definedNames>`));
    const content = await workbook.generateAsync({ type: 'nodebuffer' });
    const outcome = await parseWritten('a.xlsx', content).then(
      ({ blocks }) => blocks.slice(1).map(({ text }) => text),
      (error: unknown) => (error as AppError).code,
    );
    expect(outcome).toEqual(expected);
  });

  it('ends a child that unpacks a small file into a huge one, outside of the heap', async () => {
    const sheet = new JSZip();
    await sheet.loadAsync(await fixture('price-list.xlsx'));
    sheet.file('xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024, ' '));
    const bomb = await sheet.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await withFile(bomb, async (filePath) => {
      const limits = { ...generousLimits, heapMegabytes: 2048, residentMegabytes: 150 };
      const parsing = parseInChild(filePath, { fileName: 'a.xlsx', limits });
      const cause = expect.objectContaining({ message: expect.stringContaining('SIGKILL') });
      await expect(parsing).rejects.toMatchObject({ code: 'file_too_complex', cause });
    });
  });
});

/** What is enough of a compound file (MS-CFB) to be taken for one that holds a stream of this name. */
function compoundFile(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    Buffer.from(stream, 'utf16le'),
  ]);
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const macroTypes = `<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"/></Types>`;

/** An archive with one part more. */
async function withPart(content: Buffer, name: string): Promise<Buffer> {
  const archive = await JSZip.loadAsync(content);
  return archive.file(name, 'a').generateAsync({ type: 'nodebuffer' });
}

function zip(files: Record<string, string>): Promise<Buffer> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content);
  return archive.generateAsync({ type: 'nodebuffer' });
}

/** A DOCX in its outer form, with the content given for its main part. */
function officeFile(documentXml: string): Promise<Buffer> {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zip({
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': documentXml,
  });
}
