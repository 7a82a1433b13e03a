import { QueryTypes } from 'sequelize';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import type { ImportDto, ImportKind } from '../../shared/imports';
import { bombEntry, deflated, zipOf } from '../../ingestion/badFiles/zipFixture';
import { importCompany, runImportFile, uploadImport, type ImportContent } from '../../test/imports';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';
import { columns, header, line, workbook } from './salesFileFixture';

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  await importCompany(server, admin);
});
afterAll(() => server.close());
afterEach(async () => expect(await stored()).toEqual([]));

const run = (content: ImportContent, fields: Record<string, string> = {}, kind: ImportKind = 'sales') =>
  runImportFile(server, admin, kind, content, fields);
const placed = ({ errors }: ImportDto) => errors.map(({ row, column, code }) => [row, column, code]);
async function stored(): Promise<unknown[]> {
  const rows = await server.services.database.sequelize.query<{ row: unknown[] }>(
    `SELECT jsonb_build_array(sold_on, quantity, amount) AS row FROM sales_records ORDER BY sold_on, id`,
    { type: QueryTypes.SELECT },
  );
  return rows.map(({ row }) => row);
}

describe('a file that is refused as a whole loads nothing', () => {
  test('an empty file at once, one without rows with its report', async () => {
    expect(await uploadImport(server, admin, 'sales', '')).toMatchObject({
      status: 422,
      body: { code: 'file_empty' },
    });
    for (const content of [header, `${header}\n\n ,,\n`, '\n\n']) {
      const report = await run(content);
      expect([report.status, placed(report)]).toEqual(['failed', [[null, null, 'no_rows']]]);
    }
  });

  test('columns that are missing or there twice are named, and the kind it looks like', async () => {
    expect(placed(await run(['soldOn,employeeNo,soldOn', '2026-09-01,E1,2026-09-01']))).toEqual([
      [1, 'soldOn', 'column_repeated'],
      [1, 'customerCode', 'column_missing'],
      [1, 'productCode', 'column_missing'],
      [1, 'quantity', 'column_missing'],
      [1, 'amount', 'column_missing'],
    ]);
    const wrong = await run(['code,name,type', 'C1,한빛의원,의원']);
    expect([wrong.status, placed(wrong)[0], wrong.errors[0]!.message]).toEqual([
      'failed',
      [1, null, 'wrong_kind'],
      expect.stringContaining('customers'),
    ]);
  });

  test('five thousand columns, as text and as a workbook', async () => {
    const names = Array.from({ length: 5_000 }, (_name, at) => `열${at}`);
    expect(placed(await run([names.join(','), names.join(',')]))).toEqual([[1, null, 'too_many_columns']]);
    const book = await workbook((made) => made.addWorksheet('매출').addRows([names, names]));
    expect(placed(await run(book, { fileName: 'wide.xlsx' }))).toEqual([[1, null, 'too_many_columns']]);
  });

  test('mixed encodings, with the rows of the one that fewer rows have', async () => {
    const text = [header, ...Array.from({ length: 5 }, () => line({ customer: '한빛의원' }))].join('\n');
    const mixed = Buffer.concat([
      Buffer.from(`${text}\n`),
      iconv.encode(`${line({ customer: '푸른약국' })}\n`, 'cp949'),
    ]);
    expect(placed(await run(mixed))).toEqual([[7, null, 'mixed_encodings']]);
  });

  test('a quotation mark that is not closed', async () => {
    expect(placed(await run([header, line({}), '"2026-09-01,E1,C1,P1,1,352', line({})]))).toEqual([
      [3, null, 'quote_not_closed'],
    ]);
    const long = Array.from({ length: 20_000 }, () => line({}));
    expect(placed(await run([header, '"2026-09-01,E1,C1,P1,1,352', ...long]))).toEqual([
      [2, null, 'row_too_long'],
    ]);
  });

  test('what is no table under the name of one', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3]);
    expect(placed(await run(picture))).toEqual([[null, null, 'file_not_table']]);
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    expect(placed(await run(old, { fileName: 'sales.xlsx' }))).toEqual([[null, null, 'file_not_table']]);
    const zip = await new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' });
    expect(placed(await run(Buffer.from(zip), { fileName: 'sales.xlsx' }))).toEqual([
      [null, null, 'file_not_table'],
    ]);
    const cut = (await workbook((book) => book.addWorksheet('매출').addRows([columns]))).subarray(0, 2_000);
    expect(placed(await run(Buffer.from(cut), { fileName: 'sales.xlsx' }))).toEqual([
      [null, null, 'file_unreadable'],
    ]);
  });

  test('a zip bomb under the name of a workbook, before anything is unpacked into memory', async () => {
    const whole = await JSZip.loadAsync(
      await workbook((book) => book.addWorksheet('매출').addRows([columns])),
    );
    const sheet = 'xl/worksheets/sheet1.xml';
    const others = Object.values(whole.files).filter(({ name, dir }) => name !== sheet && !dir);
    const parts = others.map(async (part) => deflated(part.name, await part.async('nodebuffer')));
    const bomb = zipOf([...(await Promise.all(parts)), bombEntry(sheet, 600)]);
    expect(bomb.length).toBeLessThan(10 * 1024 * 1024);
    expect(placed(await run(Buffer.from(bomb), { fileName: 'sales.xlsx' }))).toEqual([
      [null, null, 'file_too_complex'],
    ]);
  });

  test('a wrong sheet, with the sheets there are', async () => {
    const book = await workbook((made) => {
      made.addWorksheet('표지').addRows([['2026년 9월 매출'], ['작성: 영업지원팀']]);
      made.addWorksheet('메모').addRows([['없음', '있음']]);
    });
    const report = await run(book, { fileName: 'sales.xlsx' });
    expect([report.status, new Set(report.errors.map(({ code }) => code))]).toEqual([
      'failed',
      new Set(['column_missing']),
    ]);
  });

  test('more than the largest upload', async () => {
    const large = Buffer.alloc(200 * 1024 * 1024, 'x');
    expect(await uploadImport(server, admin, 'sales', large)).toMatchObject({
      status: 413,
      body: { code: 'file_too_large' },
    });
  });
});
