import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { documentTypes, uploadFieldsSchema } from '../../shared/documents';
import { readMasterData } from './readMasterData';

const SAMPLES = path.join(__dirname, '../../../samples');
const DOCUMENTS = path.join(SAMPLES, 'documents');

interface Entry {
  file: string;
  title: string;
  docType: (typeof documentTypes)[number];
  productCodes?: string[];
}

const manifest = JSON.parse(readFileSync(path.join(DOCUMENTS, 'manifest.json'), 'utf8')) as Entry[];

test('the manifest names every document once and nothing else', () => {
  const files = readdirSync(DOCUMENTS).filter((file) => file !== 'manifest.json');
  expect(manifest.map(({ file }) => file).sort()).toEqual(files.sort());
  expect(new Set(manifest.map(({ title }) => title)).size).toBe(manifest.length);
});

test('there are documents of every type and format', () => {
  const countOf = (extension: string) =>
    manifest.filter(({ file }) => path.extname(file) === extension).length;
  const least = { '.pdf': 6, '.docx': 5, '.xlsx': 3, '.csv': 2, '.md': 6, '.txt': 3 };
  for (const [extension, count] of Object.entries(least))
    expect(countOf(extension)).toBeGreaterThanOrEqual(count);
  expect(new Set(manifest.map(({ docType }) => docType))).toEqual(new Set(documentTypes));
});

test.each(manifest)('$file could be uploaded as it is described', ({ file, ...fields }) => {
  expect(uploadFieldsSchema.safeParse(fields)).toMatchObject({ success: true });
});

test('the product codes are those of products.csv', async () => {
  const { products } = await readMasterData(path.join(SAMPLES, 'data'));
  const known = new Set(products.map(({ code }) => code));
  expect(
    manifest.flatMap(({ productCodes = [] }) => productCodes).filter((code) => !known.has(code)),
  ).toEqual([]);
});

test('one text is in the old Korean encoding, so that reading it is seen to work', () => {
  const bytes = readFileSync(path.join(DOCUMENTS, 'sales-terms.txt'));
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
  expect(new TextDecoder('euc-kr', { fatal: true }).decode(bytes)).toContain('거래약정');
});
