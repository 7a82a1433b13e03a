import { setImmediate as turn } from 'node:timers/promises';
import { describeEachIndex, find, idsOf, makeChunk } from '../../test/searchIndexes';
import type { IndexRecipe } from './indexRecipe';

const older: IndexRecipe = { words: [], embeddingModel: 'older' };
const newer: IndexRecipe = { words: [], embeddingModel: 'newer' };

describeEachIndex((index) => {
  /** An index of the older model that serves. */
  beforeEach(async () => {
    const build = await index().openBuild(older);
    await build.takeOver();
    await index().upsert([makeChunk('c1', { embedding: [1, 0], embeddingModel: 'older' })]);
  });

  it('serves the old chunks until the new index takes over, then those of the new one', async () => {
    const build = await index().openBuild(newer);
    await build.upsert([makeChunk('c2', { documentId: 'document-2' })]);

    expect(await index().chunksBeside()).toBe(1);
    expect(await index().differenceTo(newer)).toBe('embeddingModel');
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['c1']);
    expect(await index().documentCounts()).toEqual(new Map([['document-1', 1]]));

    await build.takeOver();
    expect(await index().chunksBeside()).toBeNull();
    expect(await index().differenceTo(newer)).toBeNull();
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['c2']);
  });

  it('takes every write to both indexes while one is filled', async () => {
    const build = await index().openBuild(newer);
    await build.upsert([
      makeChunk('gone', { documentId: 'gone' }),
      makeChunk('hidden', { documentId: 'hidden' }),
    ]);

    await index().upsert([makeChunk('added', { documentId: 'added' })]);
    await index().removeDocument('gone');
    await index().updateDocument('hidden', { audience: ['employee:1'] });
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['added', 'c1']);

    await build.takeOver();
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['added', 'hidden']);
    expect(idsOf(await find(index(), '고혈압', { principals: ['everyone'] }))).toEqual(['added']);
  });

  it('never compares vectors of two models, also of one size', async () => {
    const asked = { vector: [1, 0] };
    const legs = async (vectorModel: string) =>
      (await find(index(), '고혈압', { ...asked, vectorModel })).map((hit) => hit.legs.vector !== null);
    expect(await legs('older')).toEqual([true]);
    expect(await legs('newer')).toEqual([false]);

    const build = await index().openBuild(newer);
    await index().upsert([makeChunk('c1', { embedding: [0, 1], embeddingModel: 'newer' })]);
    expect(await legs('newer')).toEqual([false]);

    await build.takeOver();
    expect(await legs('newer')).toEqual([true]);
    expect(await legs('older')).toEqual([false]);
  });

  it('fills the serving index in its place, where it is by the recipe already', async () => {
    const build = await index().openBuild(older);
    await build.upsert([makeChunk('c2', { documentId: 'document-2' })]);
    expect(await index().chunksBeside()).toBeNull();
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['c1', 'c2']);
    await build.takeOver();
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['c1', 'c2']);
  });

  it('gives up an index for another recipe', async () => {
    const givenUp = await index().openBuild(newer);
    await givenUp.upsert([makeChunk('c2')]);
    const build = await index().openBuild({ words: [], embeddingModel: 'newest' });

    await expect(givenUp.upsert([makeChunk('c3')])).rejects.toThrow();
    await expect(givenUp.takeOver()).rejects.toThrow();
    await build.upsert([makeChunk('c4')]);
    await build.takeOver();
    expect(idsOf(await find(index(), '고혈압'))).toEqual(['c4']);
  });

  it('finds the passage in every search while indexes take over from each other', async () => {
    let swapping = true;
    const answers: number[] = [];
    const searching = Promise.all(
      [1, 2].map(async () => {
        for (; swapping; await turn()) answers.push((await find(index(), '고혈압')).length);
      }),
    );
    for (let round = 0; round < 12; round += 1) {
      const build = await index().openBuild(round % 2 ? older : newer);
      await turn();
      await build.upsert([makeChunk('c1')]);
      await turn();
      await build.takeOver();
    }
    swapping = false;
    await searching;
    expect(answers.length).toBeGreaterThan(8);
    expect(new Set(answers)).toEqual(new Set([1]));
  });

  it('loses no write that is made while indexes take over from each other', async () => {
    let swapping = true;
    let written = 0;
    const writing = (async () => {
      for (; swapping || written === 0; await turn()) {
        await index().upsert([makeChunk(`w${written}`, { documentId: `written-${written}` })]);
        written += 1;
      }
    })();
    for (let round = 0; round < 4; round += 1) {
      const build = await index().openBuild(round % 2 ? older : newer);
      // Stands for what the database has by now.
      const known = Array.from({ length: written + 1 }, (_, place) =>
        makeChunk(`w${place}`, { documentId: `written-${place}` }),
      );
      await build.upsert(known);
      await build.takeOver();
    }
    swapping = false;
    await writing;
    const counts = await index().documentCounts();
    for (let place = 0; place < written; place += 1)
      expect([place, counts.get(`written-${place}`)]).toEqual([place, 1]);
  });
});
