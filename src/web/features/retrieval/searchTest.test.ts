import type { LegHit, SearchExplanation } from '../../../shared/search';
import { emptySearchTest, formatScore, placesByChunk, searchTestBody } from './searchTest';

const hit = (chunkId: string, rank: number): LegHit => ({
  rank,
  score: 1 / rank,
  chunkId,
  documentId: 'd',
  title: '용법',
  heading: '',
  page: null,
  text: '하루 두 번',
});

it('sends no filter that was left empty', () => {
  expect(searchTestBody({ ...emptySearchTest, query: ' 용량 ' })).toEqual({
    query: '용량',
    topK: 20,
    filters: {},
  });
  expect(
    searchTestBody({
      ...emptySearchTest,
      query: '용량',
      asEmployeeNo: ' 1001 ',
      docTypes: ['qna'],
      validOn: '2026-01-01',
    }),
  ).toEqual({
    query: '용량',
    topK: 20,
    filters: { docTypes: ['qna'], validOn: '2026-01-01' },
    asEmployeeNo: '1001',
  });
});

it('says of each passage where every list has it', () => {
  const places = placesByChunk({
    legs: { lexical: [hit('a', 1), hit('b', 2)], vector: [hit('b', 1)] },
    items: [{ chunkId: 'b' }, { chunkId: 'a' }] as SearchExplanation['items'],
  });
  expect(Object.fromEntries(places)).toEqual({
    a: { lexical: 1, fused: 2 },
    b: { lexical: 2, vector: 1, fused: 1 },
  });
});

it('writes scores of every magnitude alike', () => {
  expect([12.3456, 0.87654, 0.00012, 1234].map(formatScore)).toEqual(['12.3', '0.877', '0.00012', '1234']);
});
