import { QueryTypes } from 'sequelize';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import type { ImportDto, ImportKind } from '../../shared/imports';
import { bombEntry, deflated, zipOf } from '../../ingestion/badFiles/zipFixture';
import { importCompany, runImportFile, uploadImport, type ImportContent } from '../../test/imports';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  await importCompany(server, admin);
});
afterAll(() => server.close());
afterEach(() => server.services.database.sequelize.query('TRUNCATE sales_records CASCADE'));

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

const header = 'soldOn,employeeNo,customerCode,productCode,quantity,amount';
const line = (
  changes: Partial<Record<'day' | 'who' | 'customer' | 'product' | 'quantity' | 'amount', string>>,
) => {
  const row = {
    day: '2026-09-01',
    who: 'E1',
    customer: 'C1',
    product: 'P1',
    quantity: '1',
    amount: '352',
    ...changes,
  };
  return Object.values(row)
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
};

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Buffer<ArrayBuffer>> {
  const book = new exceljs.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const columns = header.split(',');

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

describe('a row that is wrong is left out by its number, the others come in', () => {
  test('days in every way people write them, and those that are none', async () => {
    const days = [
      '2026.9.1',
      '26/09/02',
      '2026. 9. 3.',
      '20260904',
      '2026년 9월 5일',
      '46271',
      '2026-09-07 00:00:00',
    ];
    const wrong = ['2026-02-30', '09/01/2026', '어제', '2026-09-08 13:00', '12'];
    const report = await run([header, ...[...days, ...wrong].map((day) => line({ day }))]);
    expect((await stored()).map((row) => (row as string[])[0])).toEqual(
      Array.from({ length: 7 }, (_day, at) => `2026-09-0${at + 1}`),
    );
    expect(placed(report)).toEqual([
      [9, 'soldOn', 'date_impossible'],
      [10, 'soldOn', 'date_unreadable'],
      [11, 'soldOn', 'date_unreadable'],
      [12, 'soldOn', 'date_unreadable'],
      [13, 'soldOn', 'date_unreadable'],
    ]);
  });

  test('numbers with commas, currency and signs; fractions and words are refused, returns are not', async () => {
    const amounts = ['₩1,200', '1200원', '-1,200', '△1,200', '(1,200)', '1,200.00', '１２００', ' 1200 '];
    const wrong = ['1.5', '1,2', '천이백', '1e5', '99999999999999999', '--3'];
    const report = await run([
      header,
      ...[...amounts, ...wrong].map((amount, at) =>
        line({ amount, day: `2026-09-${String(at + 1).padStart(2, '0')}` }),
      ),
      line({ quantity: '-3', day: '2026-10-01' }),
      line({ quantity: '2.5', day: '2026-10-02' }),
      line({ quantity: '3000000000', day: '2026-10-03' }),
    ]);
    expect((await stored()).map((row) => (row as number[])[2])).toEqual([
      1200, 1200, -1200, -1200, -1200, 1200, 1200, 1200, 352,
    ]);
    expect(placed(report)).toEqual([
      [10, 'amount', 'number_fractional'],
      [11, 'amount', 'number_unreadable'],
      [12, 'amount', 'number_unreadable'],
      [13, 'amount', 'number_unreadable'],
      [14, 'amount', 'number_out_of_range'],
      [15, 'amount', 'number_unreadable'],
      [17, 'quantity', 'number_fractional'],
      [18, 'quantity', 'number_out_of_range'],
    ]);
  });

  test('unknown codes, duplicates, missing and surplus cells, several of them in one row', async () => {
    const report = await run([
      header,
      line({}),
      line({ customer: 'X1', product: 'X2' }),
      line({ amount: '704' }),
      line({ who: '', quantity: 'x' }),
      `${line({ day: '2026-09-02' })},surplus`,
      '2026-09-03,E1',
    ]);
    expect(placed(report)).toEqual([
      [3, 'customerCode', 'unknown_code'],
      [3, 'productCode', 'unknown_code'],
      [4, null, 'duplicate_in_file'],
      [5, 'employeeNo', 'value_missing'],
      [5, 'quantity', 'number_unreadable'],
      [6, null, 'too_many_cells'],
      [7, 'customerCode', 'value_missing'],
      [7, 'productCode', 'value_missing'],
      [7, 'quantity', 'value_missing'],
      [7, 'amount', 'value_missing'],
    ]);
    expect(report.errors[2]!.message).toContain('row 2');
    expect(await stored()).toEqual([['2026-09-01', 1, 352]]);
  });

  test('characters that no decoder can read and bytes that no database stores', async () => {
    const broken = Buffer.concat([
      iconv.encode(`${header}\n${line({ customer: '한빛의원' })}\n2026-09-02,E1,`, 'cp949'),
      Buffer.from([0xff, 0xfe, 0xff]),
      Buffer.from(',P1,1,352\n'),
    ]);
    expect(placed(await run(broken))).toEqual([
      [2, 'customerCode', 'unknown_code'],
      [3, 'customerCode', 'characters_unreadable'],
    ]);
    const nul = Buffer.from(`${'x'.repeat(70_000)},${header}\n,2026-09-02,E1,C\0,P1,1,352\n`);
    expect(placed(await run(nul))).toEqual([[2, 'customerCode', 'characters_unreadable']]);
  });
});

describe('files as they come', () => {
  test('UTF-8 with and without a mark, CP949 and UTF-16, other delimiters, titles above, empty rows between', async () => {
    const korean = [
      '판매일,사번,거래처코드,제품코드,수량,금액',
      line({}),
      '',
      line({ day: '2026-09-02' }),
    ].join('\r\n');
    const titled = `2026년 9월 매출 현황\n\n${korean.replaceAll(',', ';')}`;
    const files = [
      Buffer.from(korean),
      Buffer.from(`\uFEFF${korean}`),
      iconv.encode(korean, 'cp949'),
      iconv.encode(korean, 'utf-16le', { addBOM: true }),
      Buffer.from(korean.replaceAll(',', '\t')),
      Buffer.from(titled),
    ];
    for (const file of files) {
      const report = await run(Buffer.from(file));
      expect([report.status, report.rows, report.errors]).toEqual(['completed', 2, []]);
    }
  });

  test('a workbook: the sheet with the columns, dates and numbers as such, formulas by their kept result', async () => {
    const book = await workbook((made) => {
      made.addWorksheet('표지').addRows([['매출 현황']]);
      made
        .addWorksheet('숨김', { state: 'hidden' })
        .addRows([columns, ['2026-01-01', 'E1', 'C1', 'P1', 1, 1]]);
      const sheet = made.addWorksheet('매출');
      sheet.addRow(['2026년 9월']);
      sheet.addRow(columns);
      sheet.addRow([new Date('2026-09-01'), 'E1', 'C1', 'P1', 2, { formula: 'E3*352', result: 704 }]);
      sheet.addRow([46267, 'E1', 'C1', 'P1', '3', '₩1,056']);
      sheet.addRow([]);
      sheet.addRow(['2026.9.3', 'E1', 'C1', 'P1', 1.5, 352]);
      sheet.addRow(['2026.9.4', 'E1', 'C1', 'P1', 1, { formula: '1/0', result: { error: '#DIV/0!' } }]);
      sheet.addRow(['2026.9.5', 'E1', '=cmd|calc', 'P1', 1, 352]);
    });
    const report = await run(book, { fileName: 'sales.xlsx' });
    expect(await stored()).toEqual([
      ['2026-09-01', 2, 704],
      ['2026-09-02', 3, 1056],
    ]);
    expect([report.rows, placed(report)]).toEqual([
      5,
      [
        [6, 'quantity', 'number_fractional'],
        [7, 'amount', 'value_missing'],
        [8, 'customerCode', 'unknown_code'],
      ],
    ]);
    // Under a wrong name it is what it is.
    expect((await run(book, { fileName: 'sales.csv' })).unchanged).toBe(2);
  });

  test('codes that a workbook holds as numbers keep the zeros people see', async () => {
    const book = await workbook((made) => {
      const sheet = made.addWorksheet('제품');
      sheet.addRow(['code', 'brand', 'ingredient', 'reimbursed', 'therapeuticClass', 'unitPrice']);
      sheet.addRow([67100010, '나루암로정', '암로디핀', '급여', '고혈압', 352]).getCell(1).numFmt =
        '000000000';
    });
    const report = await run(book, { fileName: 'products.xlsx' }, 'products');
    expect(report.errors).toEqual([]);
    const [row] = await server.services.database.sequelize.query<{ code: string }>(
      `SELECT code FROM products WHERE brand = '나루암로정'`,
      { type: QueryTypes.SELECT },
    );
    expect(row!.code).toBe('067100010');
  });
});
