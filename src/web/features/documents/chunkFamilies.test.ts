import type { ChunkDto } from '../../../shared/documents';
import { chunkFamilies } from './chunkFamilies';

const chunk = (ordinal: number, parentId: string): ChunkDto => ({
  chunkId: `c${ordinal}`,
  ordinal,
  parentId,
  heading: '보관',
  text: '실온에서 보관한다.',
  page: 1,
  charStart: ordinal * 100,
  charEnd: ordinal * 100 + 90,
});

it('puts chunks of one passage together and says where the passage stands', () => {
  const families = chunkFamilies([chunk(0, 'c0'), chunk(1, 'c0'), chunk(2, 'c2')]);
  expect(families.map(({ parentId, charStart, charEnd }) => [parentId, charStart, charEnd])).toEqual([
    ['c0', 0, 190],
    ['c2', 200, 290],
  ]);
  expect(families[0]!.chunks.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
});

it('has nothing to say of a document without chunks', () => {
  expect(chunkFamilies([])).toEqual([]);
});
