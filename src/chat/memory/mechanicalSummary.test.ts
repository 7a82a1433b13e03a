import { estimateTokens } from '../../text/estimateTokens';
import { continueSummary, lineOf } from './mechanicalSummary';

const line = (number: number) => `- Q: 질문 ${number} | query_sales {"n":${number}} | A: 답 ${number}입니다.`;
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => line(from + at));

test('a turn in a line: question, queries, tables, first sentence', () => {
  const turn = {
    turnId: '1',
    question: '한빛내과\n9월 매출은?',
    calls: [{ name: 'query_sales', arguments: { metrics: ['amount'] }, result: '' }],
    titles: ['한빛내과의원 · 매출'],
    answer: '9월 매출은 1,000원입니다. 본인 담당 기준입니다.',
  };
  expect(lineOf(turn)).toBe(
    '- Q: 한빛내과 9월 매출은? | query_sales {"metrics":["amount"]} | 한빛내과의원 · 매출 | A: 9월 매출은 1,000원입니다.',
  );
});

test('one mechanical summary goes on from another, and counts on what it has no room for', () => {
  let summary = '';
  for (let turn = 1; turn <= 60; turn += 1) {
    summary = continueSummary(summary, [line(turn)], 300);
    expect(estimateTokens(summary)).toBeLessThanOrEqual(300);
    const entries = summary.split('\n').filter((each) => each.startsWith('- Q: '));
    expect(Number(/^\(… (\d+)\)$/mu.exec(summary)?.[1] ?? 0) + entries.length).toBe(turn);
    expect(entries.at(-1)).toContain(`질문 ${turn}`);
  }
});

test('what a model wrote is kept before the lines', () => {
  const summary = continueSummary('한빛내과 9월 매출을 물음.', lines(1, 2), 300);
  expect(summary).toBe(['한빛내과 9월 매출을 물음.', ...lines(1, 2)].join('\n'));
  expect(continueSummary(summary, lines(3, 3), 300)).toBe(
    ['한빛내과 9월 매출을 물음.', ...lines(1, 3)].join('\n'),
  );
});
