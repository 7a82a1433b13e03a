// `npm run eval:verified`: from which similarity on a question may be answered by a verified query, on questions that ask the
// same as an approved one and near misses that do not (samples/evaluation/verified-queries.jsonl). Every question of another
// entry is a miss too. Counted with and without the look for contradictions, on the half of the entries that the threshold
// was chosen by (odd ids) and on the other.
import { createRequire } from 'node:module';
import path from 'node:path';
import { readLines } from './readLines.mjs';

const require = createRequire(import.meta.url);
const dist = (name) => require(path.resolve('dist', name));
const { readCompared, similarity, contradiction } = dist('analytics/verified/compareQuestions');
const { readForComparison } = dist('analytics/verified/questionReading');
const { usedFrom } = dist('analytics/verified/chooseVerified');

const now = new Date('2026-11-23T10:00:00+09:00');
const noNames = Object.fromEntries(
  [
    'customers',
    'products',
    'employees',
    'teams',
    'regions',
    'therapeuticClasses',
    'ingredients',
    'ambiguous',
  ].map((kind) => [kind, []]),
);
const read = (question) => readCompared(readForComparison(question, noNames).text, now);

const entries = readLines(path.resolve('samples', 'evaluation', 'verified-queries.jsonl')).map(
  (entry, at) => ({
    half: at % 2 === 0 ? 'chosen by' : 'held out',
    question: entry.question,
    read: read(entry.question),
    same: entry.same.map((question) => ({ question, read: read(question) })),
    different: entry.different.map((question) => ({ question, read: read(question) })),
  }),
);

const pairs = entries.flatMap((entry) => {
  const others = entries
    .filter((other) => other !== entry)
    .flatMap(({ question, read, same }) => [{ question, read }, ...same]);
  const pair = (kind) => (asked) => ({
    kind,
    half: entry.half,
    entry: entry.question,
    asked: asked.question,
    similarity: similarity(asked.read, entry.read),
    contradiction: contradiction(asked.read, entry.read),
  });
  return [
    ...entry.same.map(pair('same')),
    ...entry.different.map(pair('near')),
    ...others.map(pair('other')),
  ];
});

for (const half of ['chosen by', 'held out']) {
  const share = (kind, fits) => {
    const all = pairs.filter((pair) => pair.half === half && pair.kind === kind);
    return `${all.filter(fits).length}/${all.length}`;
  };
  console.log(`Entries ${half}:`);
  console.table(
    [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1].map((threshold) => {
      const above = (pair) => pair.similarity >= threshold;
      const used = (pair) => above(pair) && pair.contradiction === null;
      return {
        threshold,
        'same, used': share('same', used),
        'near miss, used': share('near', used),
        'other, used': share('other', used),
        'same, by similarity alone': share('same', above),
        'near miss, by similarity alone': share('near', above),
      };
    }),
  );
}
console.log(`Used from ${usedFrom} on. Not as they should be at that:`);
for (const pair of pairs) {
  const used = pair.similarity >= usedFrom && pair.contradiction === null;
  if (used !== (pair.kind === 'same')) {
    console.log(
      `  ${pair.kind} ${pair.similarity.toFixed(2)} ${pair.contradiction ?? ''} | ${pair.entry} | ${pair.asked}`,
    );
  }
}
