import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { makeHit } from '../test/searchIndexes';
import { describeCandidates } from './candidateFeatures';
import { expandQuestion } from './expandQuestion';
import { directoryOf } from './nameDirectory';
import { rankCandidates } from './rankCandidates';

const noNames = directoryOf([]);

function ranked(question: string, hits: Record<string, Partial<IndexHit>>): { id: string; score: number }[] {
  const found = Object.entries(hits).map(([id, hit]) => makeHit(id, { ordinal: 1, ...hit }));
  const candidates = describeCandidates(question, expandQuestion(question, noNames).words, found);
  return rankCandidates(question, candidates).map(({ hit }) => ({ id: hit.chunkId, score: hit.score }));
}

const idsOf = (...given: Parameters<typeof ranked>) => ranked(...given).map(({ id }) => id);

it('a passage with the words of the question beats one that is a little nearer in meaning', () => {
  expect(
    idsOf('강연료 한도', {
      nearer: { text: '자문은 계약서를 쓰고 한다.', legs: { lexical: null, vector: 0.865 } },
      words: { text: '강연료의 한도는 시간당 50만원이다.', legs: { lexical: 4, vector: 0.86 } },
      other: { text: '실온에서 보관한다.', legs: { lexical: null, vector: 0.8 } },
    }),
  ).toEqual(['words', 'nearer', 'other']);
});

it('of two with the same words the nearer in meaning is first', () => {
  expect(
    idsOf('강연료 한도', {
      far: { text: '강연료 한도는 없다고 한다.', legs: { lexical: 4, vector: 0.8 } },
      near: { text: '강연료 한도는 50만원.', legs: { lexical: 4, vector: 0.88 } },
    }),
  ).toEqual(['near', 'far']);
});

it.each([
  ['비급여 대상 환자', 'negated'],
  ['급여 대상 환자', 'plain'],
])(
  'for %s the passage of the same sense is first, though the other has more of its words',
  (question, best) => {
    const passages = {
      plain: { text: best === 'plain' ? '급여로 하는 환자이다.' : '급여 대상 환자이다.' },
      negated: { text: best === 'plain' ? '비급여 대상 환자이다.' : '비급여로 하는 환자이다.' },
      other: { text: '대상 품목을 확인한다.' },
    };
    const legs = { lexical: 9, vector: null };
    const opposite = best === 'plain' ? 'negated' : 'plain';
    expect(idsOf(question, { ...passages, [opposite]: { ...passages[opposite], legs } })[0]).toBe(best);
  },
);

it('the opposite in a heading speaks against a passage too', () => {
  expect(
    idsOf('급여 대상 환자', {
      opposite: {
        heading: '비급여',
        text: '대상 환자가 비용을 부담한다.',
        legs: { lexical: 9, vector: null },
      },
      same: { heading: '급여', text: '환자가 비용을 부담한다.' },
    }),
  ).toEqual(['same', 'opposite']);
});

it('by words alone the same order comes of what is written', () => {
  expect(
    idsOf('강연료 한도', {
      one: { text: '강연료는 계약서를 쓰고 준다.', legs: { lexical: 5, vector: null } },
      both: { text: '강연료의 한도는 시간당 50만원이다.', legs: { lexical: 4, vector: null } },
    }),
  ).toEqual(['both', 'one']);
});

it('the best has a score of 1, the others less, falling', () => {
  const scores = ranked('강연료 한도', {
    none: { text: '실온에서 보관한다.' },
    both: { text: '강연료의 한도는 시간당 50만원이다.' },
    one: { text: '강연료는 계약서를 쓰고 준다.' },
  }).map(({ score }) => score);
  expect(scores[0]).toBe(1);
  expect(scores[1]).toBeLessThan(1);
  expect(scores[2]).toBeLessThan(scores[1]!);
  expect(scores[2]).toBeGreaterThan(0);
});

it('nothing found, nothing ranked', () => {
  expect(ranked('강연료', {})).toEqual([]);
});
