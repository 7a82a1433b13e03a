import type { ResultTable, TableColumn } from '../../shared/resultTable';
import { contactSentences } from './contactSentences';
import { figureSentences } from './figureSentences';

const period = { from: '2026-09-01', to: '2026-09-30' };
const amount: TableColumn = { key: 'amount', label: '매출', kind: 'won' };
const customer: TableColumn = { key: 'customer', label: '거래처', kind: 'text' };

function table(part: Partial<ResultTable>): ResultTable {
  return {
    title: '매출',
    columns: [amount],
    rows: [],
    scope: '본인 실적 기준',
    definition: '',
    truncated: false,
    ...part,
  };
}

test('nothing found is said with period and scope', () => {
  expect(figureSentences(table({ title: '새론약국 · 매출' }), { metrics: ['amount'], period }, 'ko')).toBe(
    '2026-09-01 ~ 2026-09-30 기간에 ‘새론약국 · 매출’에 해당하는 기록이 없습니다. 집계 범위: 본인 실적 기준.',
  );
  expect(figureSentences(table({ title: 'Sales' }), { period }, 'en')).toContain(
    'There is nothing for “Sales”',
  );
});

test('a total with what it is compared with', () => {
  const columns: TableColumn[] = [
    amount,
    { key: 'amountBefore', label: '직전 기간 매출 (2026-08-01 ~ 2026-08-31)', kind: 'won' },
    { key: 'amountChange', label: '매출 증감', kind: 'won' },
    { key: 'amountGrowth', label: '매출 증감률', kind: 'ratio' },
  ];
  const say = (cells: ResultTable['rows'][number]) =>
    figureSentences(table({ columns, rows: [cells] }), { period, compare: 'previous' }, 'ko');
  expect(say({ amount: 5000, amountBefore: 2000, amountChange: 3000, amountGrowth: 1.5 })).toBe(
    '2026-09-01 ~ 2026-09-30 매출은 ₩5,000입니다. 직전 기간 매출 (2026-08-01 ~ 2026-08-31) ₩2,000보다 ₩3,000, 150.0% 늘었습니다. 집계 범위: 본인 실적 기준.',
  );
  expect(say({ amount: 1000, amountBefore: 2000, amountChange: -1000, amountGrowth: -0.5 })).toContain(
    '₩1,000, 50.0% 줄었습니다',
  );
  expect(say({ amount: 1000, amountBefore: 0, amountChange: 1000, amountGrowth: null })).toContain(
    '₩0보다 ₩1,000 늘었습니다',
  );
});

test('a ranking names its first three; the rest is in the table', () => {
  const rows = ['가', '나', '다', '라'].map((name, at) => ({
    customer: name,
    amount: 120_000_000 - at * 1000,
  }));
  const ranked = table({ title: '거래처별 매출', columns: [customer, amount], rows });
  const args = { metrics: ['amount'], dimensions: ['customer'], period };
  expect(figureSentences(ranked, args, 'ko')).toBe(
    '2026-09-01 ~ 2026-09-30 거래처별 매출: 1위 가 ₩120,000,000(1억 2,000만 원), 2위 나 ₩119,999,000(1억 2,000만 원), 3위 다 ₩119,998,000(1억 2,000만 원)입니다. 모두 4건이 표에 있습니다. 집계 범위: 본인 실적 기준.',
  );
  const cut = figureSentences({ ...ranked, truncated: true }, args, 'ko');
  expect(cut).toContain('4건 이상');
  expect(cut).toContain('일부만');
  const lowest = { ...args, order: { by: 'amount', direction: 'asc' as const } };
  expect(figureSentences(ranked, lowest, 'ko')).not.toContain('1위');
});

test('those that are level share a place', () => {
  const rows = [5, 3, 3, 3].map((visits, at) => ({ customer: '가나다라'[at]!, visits }));
  const columns: TableColumn[] = [customer, { key: 'visits', label: '방문 횟수', kind: 'count' }];
  const level = table({ title: '거래처별 방문 횟수', columns, rows });
  expect(figureSentences(level, { metrics: ['visits'], dimensions: ['customer'], period }, 'ko')).toContain(
    '1위 가 5, 2위 나 3, 2위 다 3입니다.',
  );
});

test('those without anything are named and not ranked, and none of them is good news', () => {
  const columns: TableColumn[] = [customer, { key: 'visits', label: '방문 횟수', kind: 'count' }];
  const rows = ['가', '나', '다', '라'].map((name) => ({ customer: name, visits: 0 }));
  const args = {
    metrics: ['visits'],
    dimensions: ['customer'],
    period,
    thresholds: [{ measure: 'visits', atMost: 0 }],
  };
  const idle = table({ title: '거래처별 방문 횟수', columns, rows });
  expect(figureSentences(idle, args, 'ko')).toBe(
    '2026-09-01 ~ 2026-09-30 방문 횟수 0: 가, 나, 다. 모두 4건이 표에 있습니다. 집계 범위: 본인 실적 기준.',
  );
  expect(figureSentences(idle, args, 'en')).toContain('방문 횟수 0 in 2026-09-01 ~ 2026-09-30: 가, 나, 다.');
  const none = figureSentences({ ...idle, rows: [] }, args, 'ko');
  expect(none).toContain('2026-09-01 ~ 2026-09-30 기간에 조건(방문 횟수 0)에 맞는 거래처는 없습니다.');
});

test('a development has its highest, lowest and latest value', () => {
  const month: TableColumn = { key: 'month', label: '월', kind: 'month' };
  const rows = [
    { month: '2026-07', amount: 3000 },
    { month: '2026-08', amount: 9000 },
    { month: '2026-09', amount: 5000 },
  ];
  const words = figureSentences(
    table({ title: '나루암로정 5mg · 월별 매출', columns: [month, amount], rows }),
    { dimensions: ['month'], period },
    'ko',
  );
  expect(words).toContain(
    '나루암로정 5mg 월별 매출은 최고 2026-08 ₩9,000, 최저 2026-07 ₩3,000, 마지막 2026-09 ₩5,000입니다.',
  );
});

test('what is missing is said to be missing, ratios are percent', () => {
  const columns: TableColumn[] = [
    { key: 'targetAmount', label: '목표', kind: 'won' },
    { key: 'achievementRate', label: '달성률', kind: 'ratio' },
  ];
  const words = figureSentences(
    table({ columns, rows: [{ targetAmount: null, achievementRate: 0.9634 }] }),
    { period },
    'ko',
  );
  expect(words).toContain('목표는 없음, 달성률은 96.3%');
});

test('English figures', () => {
  const english = table({
    columns: [{ ...amount, label: 'Sales' }],
    rows: [{ amount: -1_234_567 }],
    scope: 'your own records',
  });
  expect(figureSentences(english, { period }, 'en')).toBe(
    '2026-09-01 ~ 2026-09-30: sales -₩1,234,567(-₩1.2M). Scope: your own records.',
  );
});

test('contacts are told one a line, the next action with them', () => {
  const row = {
    occurredAt: '2026-11-20T10:00:00+09:00',
    customer: '한빛내과의원',
    employee: '한가람',
    type: '방문',
    products: null,
    summary: '처방 확대 논의.',
    nextAction: '샘플 전달',
  };
  const list = table({ title: '활동 내역', rows: [row, { ...row, nextAction: null }] });
  const lines = contactSentences(list, { period, list: true }, 'ko').split('\n');
  expect(lines[0]).toContain('활동 내역 2건 중 최근 2건입니다.');
  expect(lines[1]).toBe(
    '- 2026-11-20 10:00 한빛내과의원 (방문, 한가람): 처방 확대 논의. → 다음 할 일: 샘플 전달',
  );
  expect(lines[2]).not.toContain('다음 할 일');
});

test('a list that was cut says how many there are', () => {
  const row = {
    occurredAt: '2026-11-20T10:00:00+09:00',
    customer: '한빛내과의원',
    type: '방문',
    summary: '논의.',
  };
  const list = table({ title: '활동 내역', rows: [row], truncated: true, totalCount: 57 });
  expect(contactSentences(list, { period, list: true }, 'ko')).toContain('활동 내역 57건 중 최근 1건입니다.');
  expect(contactSentences(list, { period, list: true }, 'en')).toContain('the latest 1 of 57.');
});

test('a ranking by growth says the growth, and the amount beside it', () => {
  const columns: TableColumn[] = [
    customer,
    amount,
    { key: 'amountChange', label: '매출 증감', kind: 'won' },
    { key: 'amountGrowth', label: '매출 증감률', kind: 'ratio' },
  ];
  const rows = [{ customer: '새론약국', amount: 3000, amountChange: 1000, amountGrowth: 0.5 }];
  const say = (by: string) =>
    figureSentences(
      table({ columns, rows }),
      { metrics: ['amount'], dimensions: ['customer'], period, order: { by, direction: 'desc' } },
      'ko',
    );
  expect(say('growth')).toContain('1위 새론약국 50.0% (매출 ₩3,000)');
  expect(say('amount')).toContain('1위 새론약국 ₩3,000 (매출 증감률 50.0%)');
});
