// `npm run eval:privacy`: how much of the personal data in samples/evaluation/personal-data.jsonl is found, and how much of what
// is found is some. A finding counts when its kind and its characters are those that are marked. `--check` fails below the
// floors; `--misses` prints what is wrong.
import { createRequire } from 'node:module';
import path from 'node:path';
import { readLines } from './readLines.mjs';

const require = createRequire(import.meta.url);
const { findPersonalData } = require(path.resolve('dist', 'privacy', 'findPersonalData'));

/** Least precision and recall, by language: what was measured when the rules were written, less one in a hundred. */
const floors = { precision: 0.97, recall: 0.97 };

/** Takes `[[kind|value]]` out of a sentence, and says where each stood. */
function readMarked(marked) {
  const personal = [];
  let text = '';
  let from = 0;
  for (const { index, 0: whole, 1: kind, 2: value } of marked.matchAll(/\[\[(\w+)\|([^\]]*)\]\]/g)) {
    text += marked.slice(from, index);
    personal.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
    from = index + whole.length;
  }
  return { text: text + marked.slice(from), personal };
}

const isSame = (one) => (other) =>
  one.kind === other.kind && one.start === other.start && one.end === other.end;

const sentences = readLines(path.resolve('samples', 'evaluation', 'personal-data.jsonl')).map(
  ({ id, text }) => {
    const read = readMarked(text);
    const found = findPersonalData(read.text);
    return {
      id,
      ...read,
      right: found.filter((finding) => read.personal.some(isSame(finding))),
      wrong: found.filter((finding) => !read.personal.some(isSame(finding))),
      missed: read.personal.filter((marked) => !found.some(isSame(marked))),
    };
  },
);

function measured(kept, fits) {
  const count = (list) => kept.flatMap((sentence) => sentence[list]).filter(fits).length;
  const [right, wrong, missed] = ['right', 'wrong', 'missed'].map(count);
  const share = (of, all) => (all === 0 ? 1 : of / all);
  return {
    right,
    wrong,
    missed,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
  };
}

const kinds = [...new Set(sentences.flatMap(({ personal }) => personal.map(({ kind }) => kind)))].sort();
const languages = ['KO', 'EN'].map((language) => ({
  language,
  measure: measured(
    sentences.filter(({ id }) => id.startsWith(language)),
    () => true,
  ),
}));
const rows = [
  ...kinds.map((kind) => [kind, measured(sentences, (one) => one.kind === kind)]),
  ...languages.map(({ language, measure }) => [language, measure]),
  ['all', measured(sentences, () => true)],
];
const innocent = sentences.filter(({ personal }) => personal.length === 0);
console.log(`${sentences.length} sentences, ${innocent.length} of them without personal data`);
console.table(
  Object.fromEntries(
    rows.map(([name, { precision, recall, ...counts }]) => [
      name,
      { ...counts, precision: precision.toFixed(3), recall: recall.toFixed(3) },
    ]),
  ),
);
if (process.argv.includes('--misses')) {
  for (const { id, text, wrong, missed } of sentences) {
    const show = (list) =>
      list.map(({ kind, start, end }) => `${kind} "${text.slice(start, end)}"`).join(', ');
    if (wrong.length + missed.length > 0)
      console.log(`${id} ${text}\n   wrong: ${show(wrong)}   missed: ${show(missed)}`);
  }
}
if (process.argv.includes('--check')) {
  const below = languages.flatMap(({ language, measure }) =>
    Object.entries(floors)
      .filter(([name, floor]) => measure[name] < floor)
      .map(([name, floor]) => `${language}: ${name} ${measure[name].toFixed(3)} is below ${floor}`),
  );
  for (const line of below) console.error(line);
  if (below.length > 0) process.exit(1);
}
