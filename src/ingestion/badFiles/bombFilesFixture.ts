import { badFile, type BadFile } from './badFileFixture';
import { entriesOf, withEntries, type ArchiveFormat } from './goodFilesFixture';
import { bombEntry, deflated, deflatedZeros, zipOf, type ZipEntry } from './zipFixture';

const megabyte = 1024 * 1024;
const fourGigabytes = 4095;

/** Small archives that are, or say that they are, very large. */
export const bombFiles: BadFile[] = [
  badFile('bomb-of-four-gigabytes.docx', 'file_too_complex', () =>
    withEntries('docx', [bombEntry('word/media/a.bmp', fourGigabytes)]),
  ),
  badFile('bomb-of-four-gigabytes-in-its-text.xlsx', 'file_too_complex', async () =>
    zipOf([
      ...(await entriesOf('xlsx')).filter(({ name }) => name !== 'xl/worksheets/sheet1.xml'),
      bombEntry('xl/worksheets/sheet1.xml', fourGigabytes),
    ]),
  ),
  badFile('bomb-of-four-gigabytes-that-declares-little.pptx', 'file_unreadable', () =>
    withEntries('pptx', [bombEntry('ppt/media/a.bmp', fourGigabytes, 1000)]),
  ),
  badFile('bomb-of-four-gigabytes-that-declares-nothing.hwpx', 'file_unreadable', () =>
    withEntries('hwpx', [bombEntry('BinData/a.bmp', fourGigabytes, 0)]),
  ),
  badFile('declares-four-gigabytes-and-holds-nothing.docx', 'file_too_complex', () =>
    withEntries('docx', [{ ...deflated('a', 'a'), size: 0xfffffffe }]),
  ),
  badFile('bomb-below-the-limit-of-bytes.xlsx', 'file_too_complex', () =>
    withEntries('xlsx', [bombEntry('xl/media/a.bmp', 400)]),
  ),
  badFile('bomb-of-many-small-entries.docx', 'file_too_complex', () =>
    withEntries(
      'docx',
      Array.from({ length: 5000 }, (_, index) => bombEntry(`word/media/${index}`, 1)),
    ),
  ),
  badFile('entries-that-overlap.docx', ['file_too_complex', 'file_unreadable'], () =>
    zipOf([
      bombEntry('a', 60),
      ...Array.from({ length: 5000 }, (_, index) => ({
        ...deflated(`b${index}`, ''),
        size: 60 * megabyte,
        isOverlapping: true,
      })),
    ]),
  ),
  badFile('archives-in-archives.docx', ['read'], () =>
    withEntries('docx', [{ ...deflated('word/embeddings/a.zip', nested(6)) }]),
  ),
  badFile('archives-in-archives.zip', 'file_unsupported', () => nested(6)),
  badFile('four-gigabytes-in-an-embedded-workbook.pptx', 'read', () =>
    withEntries('pptx', [deflated('ppt/embeddings/a.xlsx', zipOf([bombEntry('xl/a.xml', 1000)]))]),
  ),
  badFile('hundred-thousand-entries.docx', 'file_too_complex', () =>
    withEntries('docx', manyEntries(100_000)),
  ),
  badFile('hundred-thousand-entries.hwpx', 'file_too_complex', () => zipOf(manyEntries(100_000))),
  badFile('sheet-of-sixty-megabytes-of-nothing.xlsx', ['file_unreadable', 'file_too_complex'], async () =>
    zipOf([
      ...(await entriesOf('xlsx')).filter(({ name }) => name !== 'xl/worksheets/sheet1.xml'),
      bombEntry('xl/worksheets/sheet1.xml', 60),
    ]),
  ),
  badFile('text-of-sixty-megabytes-of-spaces.docx', ['file_unreadable', 'file_too_complex'], () =>
    withText('docx', 'word/document.xml'),
  ),
  badFile('slide-of-sixty-megabytes-of-spaces.pptx', ['file_unreadable', 'file_too_complex'], () =>
    withText('pptx', 'ppt/slides/slide1.xml'),
  ),
  badFile(
    'section-of-sixty-megabytes-of-spaces.hwpx',
    ['file_unreadable', 'file_empty', 'file_too_complex'],
    () => withText('hwpx', 'Contents/section0.xml'),
  ),
];

/** An archive of sixteen archives, each of sixteen archives, ...; the innermost hold some megabytes of zeros. */
function nested(depth: number): Buffer {
  const inner = depth === 0 ? zipOf([bombEntry('0.bin', 16)]) : nested(depth - 1);
  const entry = deflated('', inner);
  return zipOf(Array.from({ length: 16 }, (_, index) => ({ ...entry, name: `${index}.zip` })));
}

function manyEntries(count: number): ZipEntry[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${index}`, data: Buffer.alloc(0) }));
}

/** The text begins as it should; then nothing follows, for long. */
async function withText(format: ArchiveFormat, part: string): Promise<Buffer> {
  const length = 60 * megabyte;
  const spaces: ZipEntry = { name: part, data: deflatedZeros(60, 0x20), method: 8, size: length };
  return zipOf([...(await entriesOf(format)).filter(({ name }) => name !== part), spaces]);
}
