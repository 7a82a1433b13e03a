import { crc32 } from 'node:zlib';
import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { entriesOf, goodFile, withEntries, type ArchiveFormat } from './goodFilesFixture';
import { deflated, zipOf, type ZipEnd, type ZipEntry } from './zipFixture';

/** A good archive whose entries are changed. */
async function changed(format: ArchiveFormat, change: (entry: ZipEntry) => ZipEntry, end?: ZipEnd) {
  return zipOf((await entriesOf(format)).map(change), end);
}

/** Where entries would go if anybody unpacked the archive to a disk. */
const escapes: Record<string, (name: string) => string | Buffer> = {
  'parent-folders': (name) => `../../../../../../tmp/${name}`,
  'a-folder-and-its-parents': (name) => `word/../../../../../../../tmp/${name}`,
  'an-absolute-path': (name) => `/tmp/${name}`,
  'a-drive': (name) => `C:/tmp/${name}`,
  backslashes: (name) => `..\\..\\..\\tmp\\${name}`,
};

/** Names that lead nowhere, and are parts that nobody reads. */
const oddNames: Record<string, (name: string) => string | Buffer> = {
  'a-null-character': (name) => `word/a.xml\0/../../tmp/${name}`,
  'encoded-parents': (name) => `%2e%2e/%2e%2e/tmp/${name}`,
  'no-letters': () => '',
  'one-dot': () => '.',
  'sixty-thousand-letters': () => 'n'.repeat(60_000),
  'bytes-that-are-no-text': () => Buffer.from('ff'.repeat(40), 'hex'),
  'letters-from-right-to-left': () => 'word/\u202etxt.exe',
  'prototype-of-an-object': () => '__proto__',
  'a-reserved-device': () => 'word/CON',
};

const names: BadFile[] = [
  ...Object.entries(escapes).map(([what, name], index) => {
    const format = (['docx', 'xlsx', 'pptx', 'hwpx'] as const)[index % 4]!;
    return badFile(`entry-named-with-${what}.${format}`, 'file_unreadable', ({ escapeName }) =>
      withEntries(format, [{ ...deflated('a', 'a'), name: name(escapeName) }]),
    );
  }),
  ...Object.entries(oddNames).map(([what, name], index) => {
    const format = (['docx', 'xlsx', 'pptx', 'hwpx'] as const)[index % 4]!;
    return badFile(`entry-named-with-${what}.${format}`, ['read', 'file_unreadable'], ({ escapeName }) =>
      withEntries(format, [{ ...deflated('a', 'a'), name: name(escapeName) }]),
    );
  }),
  badFile('entry-that-is-a-symbolic-link.docx', 'read', ({ secretFile }) =>
    withEntries('docx', [{ ...deflated('word/link.xml', secretFile), attributes: 0xa1ff0000 }]),
  ),
  badFile('text-that-is-a-symbolic-link.docx', 'file_unreadable', async ({ secretFile }) =>
    zipOf([
      ...(await entriesOf('docx')).filter(({ name }) => name !== 'word/document.xml'),
      { ...deflated('word/document.xml', secretFile), attributes: 0xa1ff0000 },
    ]),
  ),
];

const locked: BadFile[] = [
  badFile('entry-with-a-password.docx', 'file_encrypted', () =>
    withEntries('docx', [{ name: 'a', data: noise(100), size: 88, flags: 1 }]),
  ),
  badFile('all-entries-with-a-password.xlsx', 'file_encrypted', () =>
    changed('xlsx', (entry) => ({ ...entry, flags: 0x801 })),
  ),
  badFile('entries-strongly-encrypted.pptx', ['file_encrypted', 'file_unreadable'], () =>
    changed('pptx', (entry) => ({ ...entry, flags: 0x841 })),
  ),
  badFile('entries-with-AES.docx', 'file_encrypted', () =>
    changed('docx', (entry) => ({
      ...entry,
      flags: 0x801,
      method: 99,
      extra: Buffer.from('0199070002004145030800', 'hex'),
    })),
  ),
  badFile('directory-encrypted.xlsx', ['file_encrypted', 'file_unreadable'], () =>
    changed('xlsx', (entry) => ({ ...entry, flags: 0x2841 })),
  ),
];

const duplicates: BadFile[] = [
  badFile('text-twice.docx', ['read', 'file_unreadable'], () =>
    withEntries('docx', [deflated('word/document.xml', '<other/>')]),
  ),
  badFile('types-twice.docx', ['read', 'file_unreadable', 'file_unsupported'], () =>
    withEntries('docx', [deflated('[Content_Types].xml', '<Types/>')]),
  ),
  badFile('sheet-thousand-times.xlsx', ['read', 'file_unreadable', 'file_empty'], () =>
    withEntries(
      'xlsx',
      Array.from({ length: 1000 }, () => deflated('xl/worksheets/sheet1.xml', '<worksheet/>')),
    ),
  ),
  badFile('names-that-differ-in-case.pptx', 'read', () =>
    withEntries('pptx', [deflated('PPT/SLIDES/SLIDE1.XML', '<a/>')]),
  ),
];

const directories: BadFile[] = [
  badFile('directory-behind-the-end.docx', 'file_unreadable', () =>
    withEntries('docx', [], { directoryOffset: 0xfffffff0 }),
  ),
  badFile('directory-at-the-wrong-place.xlsx', 'file_unreadable', () =>
    withEntries('xlsx', [], { directoryOffset: 10 }),
  ),
  badFile('directory-of-another-size.pptx', ['read', 'file_unreadable'], () =>
    withEntries('pptx', [], { directorySize: 1 }),
  ),
  badFile('more-entries-declared.docx', 'file_unreadable', () =>
    withEntries('docx', [], { entryCount: 500 }),
  ),
  badFile('fewer-entries-declared.docx', ['read', 'file_unreadable', 'file_unsupported'], () =>
    withEntries('docx', [], { entryCount: 1 }),
  ),
  badFile('no-entries-declared.xlsx', ['file_unreadable', 'file_unsupported'], () =>
    withEntries('xlsx', [], { entryCount: 0 }),
  ),
  badFile('second-disk-of-five.docx', 'file_unreadable', () => withEntries('docx', [], { disk: 2 })),
  badFile('without-directory.docx', 'file_unreadable', async () => withoutEnd(await withEntries('docx', []))),
  badFile('end-within-the-comment-of-the-end.docx', ['read', 'file_unreadable', 'file_unsupported'], () =>
    withEntries('docx', [], { comment: zipOf([]) }),
  ),
  badFile('data-behind-the-end.xlsx', ['read', 'file_unreadable'], () =>
    Buffer.concat([goodFile('xlsx'), noise(5000)]),
  ),
  badFile('data-before-the-start.docx', ['read', 'file_unreadable'], () =>
    Buffer.concat([Buffer.from('PK\x03\x04'), noise(100), goodFile('docx')]),
  ),
  badFile('only-the-end-of-an-archive.docx', 'file_unsupported', zipOf([])),
  badFile('headers-that-disagree-on-names.docx', ['read', 'file_unreadable'], () =>
    changed('docx', (entry) => ({ ...entry, local: { name: 'another.xml' } })),
  ),
  badFile('headers-that-disagree-on-sizes.xlsx', ['read', 'file_unreadable'], () =>
    changed('xlsx', (entry) => ({ ...entry, local: { size: 1 } })),
  ),
  badFile('headers-that-disagree-on-methods.docx', ['read', 'file_unreadable'], () =>
    changed('docx', (entry) => ({ ...entry, local: { method: 0 } })),
  ),
  badFile('large-file-fields-cut-short.docx', 'file_unreadable', () =>
    changed('docx', (entry) => ({ ...entry, size: 0xffffffff, extra: Buffer.from('01000200ffff', 'hex') })),
  ),
  badFile('large-file-fields-of-exabytes.xlsx', 'file_too_complex', () =>
    changed('xlsx', (entry) => ({
      ...entry,
      size: 0xffffffff,
      extra: Buffer.from('01000800ffffffffffff1f00', 'hex'),
    })),
  ),
  badFile('extra-fields-of-nonsense.pptx', ['read', 'file_unreadable'], () =>
    changed('pptx', (entry) => ({ ...entry, extra: noise(200) })),
  ),
];

const data: BadFile[] = [
  ...[1, 6, 9, 12, 14, 93, 97, 98, 255].map((method, index) =>
    badFile(`compressed-by-method-${method}.${['docx', 'xlsx', 'hwpx'][index % 3]!}`, 'file_unreadable', () =>
      changed((['docx', 'xlsx', 'hwpx'] as const)[index % 3]!, (entry) => ({ ...entry, method })),
    ),
  ),
  badFile('deflated-data-are-noise.docx', 'file_unreadable', () =>
    changed('docx', (entry) => ({ ...entry, data: noise(entry.data.length) })),
  ),
  badFile('deflated-data-are-cut.pptx', 'file_unreadable', () =>
    changed('pptx', (entry) => ({ ...entry, data: entry.data.subarray(0, entry.data.length / 2) })),
  ),
  badFile('checksums-are-wrong.docx', ['read', 'file_unreadable'], () =>
    changed('docx', (entry) => ({ ...entry, crc: crc32('wrong') })),
  ),
  badFile('sizes-are-one-too-small.xlsx', 'file_unreadable', () =>
    changed('xlsx', (entry) => ({ ...entry, size: entry.size! - 1 })),
  ),
  badFile('sizes-are-one-too-large.docx', 'file_unreadable', () =>
    changed('docx', (entry) => ({ ...entry, size: entry.size! + 1 })),
  ),
  badFile('stored-but-said-to-be-deflated.xlsx', 'file_unreadable', () =>
    changed('xlsx', (entry) => ({ ...entry, data: Buffer.from('<a/>'), size: 4 })),
  ),
];

export const archiveFiles: BadFile[] = [...names, ...locked, ...duplicates, ...directories, ...data];

function withoutEnd(archive: Buffer): Buffer {
  return archive.subarray(0, archive.indexOf('PK\x01\x02'));
}
