import { createEmbeddedSearchIndex } from '../storage/searchIndex/embedded/embeddedSearchIndex';
import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { makeChunk, makeHit } from '../test/searchIndexes';
import { sensePairs } from '../test/sensePairs';
import { describeCandidates } from './candidateFeatures';
import { expandQuestion } from './expandQuestion';
import { createPassageSearch } from './hybridSearch';
import { directoryOf } from './nameDirectory';
import { oppositesBehind } from './oppositesBehind';
import { rankCandidates } from './rankCandidates';

const noNames = directoryOf([]);

function ordered(question: string, hits: Record<string, Partial<IndexHit>>): { id: string; score: number }[] {
  const found = Object.entries(hits).map(([id, hit]) => makeHit(id, { ordinal: 1, ...hit }));
  const { words } = expandQuestion(question, noNames);
  const ranked = rankCandidates(question, describeCandidates(question, words, found));
  return oppositesBehind(question, words, ranked).map(({ hit }) => ({ id: hit.chunkId, score: hit.score }));
}

const first = (...given: Parameters<typeof ordered>) => ordered(...given)[0]!.id;

/** The one that is not asked for is nearer in meaning and found first by words. */
const nearer = { legs: { lexical: 9, vector: 0.86 } };
const farther = { legs: { lexical: 8, vector: 0.855 } };
const other = { text: '실온에서 보관한다.', legs: { lexical: null, vector: 0.8 } };

it.each([
  ['받는 제품', '맞춤 제품은 반품을 받지 않는다.', '새 제품은 반품을 받는다.', '반품을 받는 제품은?'],
  ['허가된', '소아에게는 허가되지 않았다.', '성인에게는 허가되었다.', '허가된 환자는 누구인가요?'],
  ['clauses', '입원은 필요하고, 통원은 서류가 필요 없다.', '수술은 서류가 필요하다.', '서류가 필요한 것은?'],
])('who asks what is (%s) gets what is first, though what is not is nearer', (_what, not, is, question) => {
  expect(first(question, { not: { text: not, ...nearer }, is: { text: is, ...farther }, other })).toBe('is');
});

it('a heading that says not is meant of all below it', () => {
  const hits = {
    not: { heading: '정산되지 않음', text: '개인카드로 정산되는 주유비', ...nearer },
    is: { heading: '정산됨', text: '개인카드로 정산되는 주차비', ...farther },
    other,
  };
  expect(first('개인카드로 정산되는 것은?', hits)).toBe('is');
});

it('what comes first keeps the score of the first, and all else its order', () => {
  const all = ordered('반품을 받는 제품은?', {
    not: { text: '맞춤 제품은 반품을 받지 않는다.', ...nearer },
    is: { text: '새 제품은 반품을 받는다.', ...farther },
    other,
  });
  expect(all.map(({ id }) => id)).toEqual(['is', 'not', 'other']);
  expect(all[0]!.score).toBe(1);
});

it.each([
  ['an answer may be yes or no', '반품을 받는 건가요?', '새 제품은 반품을 받는다.'],
  ['an amount is told either way', '반품을 받는 제품은 며칠 안의 것인가요?', '새 제품은 반품을 받는다.'],
  ['the other has fewer of the words', '맞춤 제품의 반품을 받는 곳은?', '반품을 받는다.'],
  ['nothing says what is asked', '반품을 받는 제품은?', '단순 변심의 반품은 받지 않는다.'],
])('nothing moves where %s', (_why, question, text) => {
  const hits = {
    not: { text: '맞춤 제품의 반품은 받지 않는다.', ...nearer },
    is: { text, legs: { lexical: 3, vector: 0.83 } },
    other,
  };
  expect(first(question, hits)).toBe('not');
});

describe('of two passages that differ in their sense the one that is asked for is first', () => {
  const texts = sensePairs.flatMap(({ is, not }) => [is, not]);
  const index = createEmbeddedSearchIndex();
  const search = createPassageSearch({ index, embeddings: null, names: async () => noNames });
  beforeAll(() => index.upsert(texts.map((text) => makeChunk(text, { text, title: '' }))));

  it.each(
    sensePairs.flatMap(({ is, not, asks, asksNot }) => [
      [asks, is],
      [asksNot, not],
    ]),
  )('%s', async (query, answer) => {
    const { passages } = await search({ query, topK: 3, principals: null, today: '2026-11-24' });
    expect(passages[0]!.text).toBe(answer);
  });
});
