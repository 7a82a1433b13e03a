import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { splitSentences } = require('../../dist/text/splitSentences.js');

const samples = fileURLToPath(new URL('../../samples/documents/', import.meta.url));

/** Size of e5-small's vectors. */
export const dimensions = 384;
const clusters = 64;
const chunksPerDocument = 50;
const sentencesPerChunk = 4;

/** Korean text that looks like the samples', without end: their sentences put together anew, the same at every run. */
export async function createSyntheticText() {
  const sentences = await sampleSentences();
  const random = seededRandom(20261101);
  const centres = Array.from({ length: clusters }, () => randomVector(random));
  const some = (list) => list[Math.floor(random() * list.length)];

  return {
    /** Chunks `from` up to, not including, `to`, as the index keeps them. */
    chunks: (from, to) =>
      Array.from({ length: to - from }, (_, at) => {
        const number = from + at;
        const text = Array.from({ length: sentencesPerChunk }, () => some(sentences)).join(' ');
        const documentId = syntheticId(Math.floor(number / chunksPerDocument));
        return {
          chunkId: `${documentId}:${number % chunksPerDocument}`,
          documentId,
          ordinal: number % chunksPerDocument,
          parentId: `${documentId}:${number % chunksPerDocument}`,
          title: some(sentences).slice(0, 40),
          docType: some(['reference', 'guideline', 'notice']),
          heading: some(sentences).slice(0, 30),
          text,
          page: 1 + (number % chunksPerDocument),
          charStart: 0,
          charEnd: text.length,
          // Half of it is for others than the rep who asks.
          audience: some([['everyone'], ['role:rep', 'role:manager'], ['team:부산1팀'], ['role:analyst']]),
          productCodes: [],
          validFrom: some([null, '2020-01-01']),
          validTo: null,
          version: 1,
          current: true,
          embedding: near(some(centres), random),
        };
      }),
    /** Questions made of the first words of sentences. */
    questions: (count) =>
      Array.from({ length: count }, () => `${some(sentences).split(/\s+/).slice(0, 5).join(' ')}?`),
    /** What every question is embedded as: a place where there are neighbours. */
    questionVector: near(centres[0], random),
  };
}

/** Sentences of the sample documents in Korean. */
export async function sampleSentences() {
  const names = (await readdir(samples)).filter((name) => /\.(md|txt)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, `file://${samples}`), 'utf8')));
  return texts
    .flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)))
    .filter((sentence) => /[가-힣]/.test(sentence) && sentence.length > 15 && sentence.length < 200);
}

function syntheticId(number) {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function near(centre, random) {
  return unit(centre.map((value) => value + gaussian(random) * 0.05));
}

function randomVector(random) {
  return unit(Array.from({ length: dimensions }, () => gaussian(random)));
}

function unit(vector) {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function gaussian(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** mulberry32: the same numbers at every run. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
