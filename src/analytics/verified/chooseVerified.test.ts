import { knownNames, linkKnownNames } from '../knownNamesFixture';
import type { Person } from '../understand/queryParts';
import { chooseVerified, type VerifiedEntry } from './chooseVerified';
import { readForComparison } from './questionReading';

/** A Monday. */
const now = new Date('2026-11-23T10:00:00+09:00');
const rep: Person = { role: 'rep', team: '서울1팀' };

const read = (question: string) => readForComparison(question, linkKnownNames(question, knownNames));

function entry(question: string, query: object = {}): VerifiedEntry {
  const whole = {
    metrics: ['amount'],
    dimensions: ['customer'],
    period: { unit: 'month', moved: 0 },
    ...query,
  };
  return { id: 1, question, query: { subject: 'sales', query: whole }, reading: read(question) };
}

const choose = (asked: string, given: VerifiedEntry | VerifiedEntry[], employee = rep) =>
  chooseVerified(read(asked), [given].flat(), { now, employee });
const usedFor = (...args: Parameters<typeof choose>) => choose(...args).used?.request.query ?? null;

describe('times', () => {
  const dormant = entry('휴면 거래처', { period: { unit: 'month', last: 6 } });

  test('those of the entry move with the day', () => {
    expect(usedFor('휴면 거래처 알려줘', dormant)).toMatchObject({
      period: { from: '2026-05-24', to: '2026-11-23' },
    });
  });

  test('those the question names go before them, with what they are compared with', () => {
    expect(usedFor('지난달 휴면 거래처', dormant)).toMatchObject({
      period: { from: '2026-10-01', to: '2026-10-31' },
    });
    const changed = entry('전월 대비 급감 거래처', { compare: 'previous' });
    expect(usedFor('9월 전월 대비 급감 거래처', changed)).toMatchObject({
      period: { from: '2026-09-01', to: '2026-09-30' },
      compare: 'previous',
    });
    expect(usedFor('급감 거래처', changed)).toBeNull();
  });

  test('fixed days answer only a question that names some', () => {
    const fixed = entry('9월 휴면 거래처', { period: { from: '2026-09-01', to: '2026-09-30' } });
    expect(usedFor('휴면 거래처', fixed)).toBeNull();
    expect(usedFor('8월 휴면 거래처', fixed)).toMatchObject({ period: { from: '2026-08-01' } });
    expect(usedFor('2025년 9월 휴면 거래처', fixed)).toMatchObject({ period: { from: '2025-09-01' } });
  });

  test('what has not begun or does not exist is asked back', () => {
    expect(usedFor('다음 달 휴면 거래처', dormant)).toBeNull();
    expect(usedFor('13월 휴면 거래처', dormant)).toBeNull();
  });
});

describe('names', () => {
  const ofProducts = entry('나루암로정 효자 거래처', { filters: { products: ['P01', 'P02'] } });

  test('have to be the same, however they are written', () => {
    expect(usedFor('나루암로 효자 거래처는?', ofProducts)).toMatchObject({
      filters: { products: ['P01', 'P02'] },
    });
    for (const asked of ['나루아픽정 효자 거래처', '나루암로정 5mg 효자 거래처', '효자 거래처']) {
      expect(choose(asked, ofProducts)).toEqual({ used: null, offered: [] });
    }
    expect(choose('나루암로정 효자 거래처', entry('효자 거래처'))).toEqual({ used: null, offered: [] });
  });
});

test('the likest is used, and the likest three are examples', () => {
  const questions = [
    '우수 거래처 목록',
    '우수 거래처 매출',
    '우수 거래처 방문',
    '우수 거래처 목표',
    '우수 제품',
  ];
  const entries = questions.map((question, at) => ({ ...entry(question), id: at + 1 }));
  const { used, offered } = choose('우수 거래처 매출은?', entries);
  expect(used).toMatchObject({ id: 2, similarity: 1 });
  expect(offered).toHaveLength(3);
  expect(offered[0]).toMatchObject({ id: 2 });
});

test('a manager who says "my" means the team, and no own rows', () => {
  const mine = entry('내 효자 거래처', { mine: true });
  expect(usedFor('내 효자 거래처', mine)).toMatchObject({ mine: true });
  expect(usedFor('내 효자 거래처', mine, { role: 'manager', team: '서울1팀' })).toBeNull();
});

test('a query that the program no longer reads is left out', () => {
  expect(choose('휴면 거래처', entry('휴면 거래처', { metrics: ['gone'] }))).toEqual({
    used: null,
    offered: [],
  });
});
