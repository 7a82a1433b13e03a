import type { ToldTurn } from '../../agents/past';
import type { StoredSummary } from '../../repositories/turnSummaries';
import { fitPast } from './fitPast';

const budget = 1_000;

const turn = (number: number, words = 20): ToldTurn => ({
  turnId: `turn ${number}`,
  question: `질문 ${number} ${'말 '.repeat(words)}`,
  calls: [
    {
      name: 'query_sales',
      arguments: { filters: { customers: [`C${number}`] } },
      result: '{"earlier":true}',
    },
  ],
  titles: [`C${number}의원 · 매출`],
  answer: `답 ${number}입니다. ${'말 '.repeat(words)}`,
});
const turns = (count: number) => Array.from({ length: count }, (_, at) => turn(at + 1));
const summary = (text: string) => ({ text, turnId: 'turn 0' }) as StoredSummary;

test('what fits is told whole', () => {
  const told = fitPast(turns(2), summary('앞의 일'), budget);
  expect(told).toMatchObject({ record: '앞의 일', turns: turns(2), inLines: [], isCut: false });
});

test('of what does not fit the newest are told whole, the others in a line each behind the summary', () => {
  const told = fitPast(turns(8), summary('앞의 일'), budget);
  const [whole, inLines] = [told.turns, told.inLines].map((part) => part.map(({ turnId }) => turnId));
  expect([...inLines!, ...whole!]).toEqual(turns(8).map(({ turnId }) => turnId));
  expect(whole!.length).toBeGreaterThan(2);
  expect(told.record).toMatch(/^앞의 일\n/u);
  for (const { turnId } of told.inLines) expect(told.record).toContain(turnId.replace('turn', '질문'));
  expect(told.tokens).toBeLessThanOrEqual(budget);
});

test.each([
  ['question', { ...turn(3), question: '가'.repeat(50_000) }],
  ['answer', { ...turn(3), answer: 'a word '.repeat(50_000) }],
  ['result', { ...turn(3), calls: [{ ...turn(3).calls[0]!, result: '1'.repeat(50_000) }] }],
  [
    'argument',
    { ...turn(3), calls: [{ name: 'query_sales', arguments: { filters: '가'.repeat(50_000) }, result: '' }] },
  ],
])('an enormous %s is cut, the newest turn told all the same', (_what, enormous) => {
  const told = fitPast([turn(1), turn(2), enormous], summary('앞의 일'.repeat(500)), budget);
  expect(told.isCut).toBe(true);
  expect(told.turns.map(({ turnId }) => turnId)).toEqual(['turn 3']);
  expect(told.tokens).toBeLessThanOrEqual(budget);
  expect(told.record).toContain('질문 2');
});

test('with hundreds of turns and no summary the oldest are cut to their questions, then counted', () => {
  const told = fitPast(turns(150), null, budget);
  expect(told.tokens).toBeLessThanOrEqual(budget);
  const [first, ...lines] = told.record!.split('\n');
  const gone = Number(/^\(… (\d+)\)$/u.exec(first!)?.[1]);
  expect(gone + lines.length).toBe(told.inLines.length);
});
