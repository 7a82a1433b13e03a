import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson, type TestPerson } from '../test/people';
import { addCustomersWithSales } from '../test/salesRows';
import { callsTools, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let rep: TestPerson;
let other: TestPerson;
let chat: ChatClient;
let path: string;

beforeAll(async () => {
  scripted = await startScriptedServer();
  const { server, admin, model } = scripted;
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  other = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  await addCustomersWithSales(server.services, { employeeId: rep.id, count: 130, soldOn: '2026-09-03' });
  await server.services.database.sequelize.query(
    `UPDATE customers SET name = '=HYPERLINK("http://x.example")' WHERE code = 'C130'`,
  );
  chat = await openChat(server.url, rep.token);
  model.script(
    callsTools({
      name: 'query_sales',
      arguments: {
        metrics: ['amount', 'share'],
        dimensions: ['customer', 'month'],
        period: { from: '2026-09-01', to: '2026-09-30' },
      },
    }),
    says('거래처별 매출입니다.'),
  );
  const events = await chat.ask('9월 거래처별 매출');
  const { conversationId, turnId } = events[0]!;
  expect(events.find(({ type }) => type === 'table')).toMatchObject({ truncated: true, totalCount: 130 });
  path = `/api/conversations/${conversationId}/turns/${turnId}/tables/1/export`;
});
afterAll(async () => {
  chat?.close();
  await scripted.close();
});

async function download(format: string, token = rep.token) {
  return fetch(new URL(`${path}?format=${format}`, scripted.server.url), {
    headers: { authorization: `Bearer ${token}` },
  });
}

test('CSV: all rows of the answer, in a form that Excel reads and does not run', async () => {
  const answer = await download('csv');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain(
    '거래처·월별 매출, 매출 비중 2026-09-01_2026-09-30.csv',
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = parse(bytes, { bom: true, relax_column_count: true });
  const head = lines.findIndex(([first]) => !first!.startsWith('#'));
  const about = lines.slice(0, head).join('\n');
  expect(about).toContain('# 기간: 2026-09-01 ~ 2026-09-30');
  expect(about).toContain('# 범위: 본인 실적과 현재 담당 거래처 기준');
  expect(about).toContain('매출은 판매 금액의 합계(반품 차감)');
  expect(about).toContain('# 행 수: 130');
  expect(lines[head]).toEqual(['거래처', '월', '매출 (원)', '매출 비중']);
  expect(lines.slice(head + 1)).toHaveLength(130);
  expect(lines[head + 1]).toEqual([
    `'=HYPERLINK("http://x.example")`,
    '2026-09',
    '130000',
    expect.stringMatching(/^0\.0152/),
  ]);
});

test('XLSX: numbers are numbers, months are dates, texts are texts; a sheet says what it is', async () => {
  const answer = await download('xlsx');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const [result, about] = workbook.worksheets;
  expect(result!.rowCount).toBe(131);
  const row = result!.getRow(2);
  expect(row.getCell(1).type).toBe(ExcelJS.ValueType.String);
  expect(row.getCell(2).value).toEqual(new Date('2026-09-01T00:00:00Z'));
  expect(row.getCell(3).value).toBe(130_000);
  expect(row.getCell(4).numFmt).toBe('0.0%');
  expect(JSON.stringify(about!.getSheetValues())).toContain('매출은 판매 금액의 합계');
});

test('somebody else’s table, one that is not there and one without a chat are the same', async () => {
  const codes = async (token: string, place: string) => {
    const answer = await callApi(scripted.server.url, 'GET', place, { token });
    return [answer.status, answer.body.code];
  };
  expect(await codes(other.token, path)).toEqual([404, 'not_found']);
  expect(await codes(rep.token, path.replace('/tables/1/', '/tables/2/'))).toEqual([404, 'not_found']);
  expect(await codes(rep.token, path.replace('/tables/1/', '/tables/x/'))).toEqual([404, 'not_found']);
  expect((await download('pdf')).status).toBe(400);
});

test('each file is written down with who asked, and holds what that person may see by then', async () => {
  const { database } = scripted.server.services;
  await database.sequelize.query(`
    UPDATE sales_records SET employee_id = ${other.id} WHERE customer_id <> (SELECT id FROM customers WHERE code = 'C7');
    DELETE FROM assignment_map`);
  const lines = parse(Buffer.from(await (await download('csv')).arrayBuffer()), {
    bom: true,
    relax_column_count: true,
  });
  expect(lines.slice(-2).map(([first]) => first)).toEqual(['거래처', '시험의원 7']);
  const [rows] = await database.sequelize.query(
    `SELECT input, output FROM system_trace_logs WHERE name = 'table.export' AND employee_id = ${rep.id} ORDER BY started_at`,
  );
  expect(rows).toHaveLength(3);
  expect(rows.at(-1)).toMatchObject({ input: { table: 1, format: 'csv' } });
});
