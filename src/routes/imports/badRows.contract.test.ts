import { QueryTypes } from 'sequelize';
import iconv from 'iconv-lite';
import type { ImportDto, ImportKind } from '../../shared/imports';
import { importCompany, runImportFile, type ImportContent } from '../../test/imports';
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
