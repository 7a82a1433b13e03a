import { makeHit } from '../test/searchIndexes';
import { foldDuplicates } from './foldDuplicates';

const limit =
  '제품설명회에서 제공하는 식음료는 참석자 1인당 10만원을 넘을 수 없으며 영수증은 행사 후 7일 안에 제출하고 참석자 명단을 함께 보관한다.';

/** Which of these texts are given, and behind each its duplicates. */
function folded(...texts: string[]): number[][] {
  const hits = texts.map((text, at) => makeHit(String(at), { text }));
  return foldDuplicates(hits).map(({ chunkId, duplicates }) =>
    [chunkId, ...duplicates.map((duplicate) => duplicate.chunkId)].map(Number),
  );
}

it('puts a copy behind the better one, also with another particle', () => {
  expect(folded(limit, '강연료는 시간당 50만원이다.', limit, limit.replace('영수증은', '영수증을'))).toEqual([
    [0, 2, 3],
    [1],
  ]);
});

it.each([
  ['changed', limit.replace('10만원', '5만원')],
  ['added', `${limit} 제3조`],
  ['taken away', limit.replace('7일', '며칠')],
])('a number that is %s makes it another passage', (_what, other) => {
  expect(folded(limit, other)).toEqual([[0], [1]]);
});

it('a sentence more makes it another passage', () => {
  expect(folded(limit, `${limit} 초과한 금액은 담당자가 부담한다.`)).toEqual([[0], [1]]);
});

it('passages without a word are no copies of each other', () => {
  expect(folded('---', '***')).toEqual([[0], [1]]);
});

it('further down than anybody reads nothing is folded', () => {
  const others = Array.from({ length: 20 }, (_, at) => `${at + 1}번 안내`);
  expect(folded(...others, '1번 안내')).toHaveLength(21);
  expect(folded(...others.slice(1), '2번 안내')).toHaveLength(19);
});
