import { fuse } from './fusion';

describe('fuse', () => {
  it('adds the min-max normalised scores of the legs by their weight, best first', () => {
    const words = [
      { id: 'a', score: 12 },
      { id: 'b', score: 9 },
      { id: 'c', score: 2 },
    ];
    const vectors = [
      { id: 'c', score: 0.95 },
      { id: 'b', score: 0.9 },
      { id: 'd', score: 0.85 },
    ];
    // words: a 1, b .7, c .001 (the worst); vectors: c 1, b .5, d .001.
    const fused = fuse([
      { weight: 0.7, hits: words },
      { weight: 0.3, hits: vectors },
    ]);
    expect(fused.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    [0.7, 0.64, 0.3007, 0.0003].forEach((score, place) => expect(fused[place]!.score).toBeCloseTo(score, 10));
  });

  it('gives a leg with one score, however low, its whole weight', () => {
    expect(fuse([{ weight: 0.7, hits: [{ id: 'a', score: 0.01 }] }])).toEqual([{ id: 'a', score: 0.7 }]);
  });

  it('goes on with a leg that found nothing', () => {
    const legs = [
      { weight: 0.7, hits: [] },
      { weight: 0.3, hits: [{ id: 'a', score: 1 }] },
    ];
    expect(fuse(legs)).toEqual([{ id: 'a', score: 0.3 }]);
    expect(fuse([{ weight: 1, hits: [] }])).toEqual([]);
  });
});
