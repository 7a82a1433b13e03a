// Writes the report page: the text around the figures is kept in `report.template.md`, the figures and plots are made anew.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { barChart } from './barChart.mjs';
import { percent, table } from './markdown.mjs';

const ways = ['keyword', 'vector', 'hybrid'];

/** Writes `docs/retrieval.md` and its plots. */
export function writeReport(figures, { sets, model }) {
  const template = readFileSync(path.resolve('scripts', 'evaluate', 'report.template.md'), 'utf8');
  const parts = {
    model: model ?? 'none',
    sets: setTable(sets),
    figures: figureTable(figures),
    kinds: kindTable(figures),
    evidence: evidenceTable(figures),
  };
  const page = template.replace(/\{\{(\w+)\}\}/g, (_all, name) => parts[name]);
  writeFileSync(path.resolve('docs', 'retrieval.md'), page);
  writeFileSync(path.resolve('docs', 'images', 'retrieval-sets.svg'), setsChart(figures));
  writeFileSync(path.resolve('docs', 'images', 'retrieval-kinds.svg'), kindsChart(figures));
}

function setTable(sets) {
  return table(
    ['set', 'passages', 'questions with an answer', 'without'],
    sets.map(({ name, chunks, questions }) => {
      const without = questions.filter(({ answers }) => answers.length === 0).length;
      return [name, chunks.length, questions.length - without, without];
    }),
  );
}

function figureTable(figures) {
  return table(
    ['set', 'engine', 'way', 'nDCG@10', 'R@1', 'R@5', 'MRR', 'swapped pairs'],
    figures.map((row) => [
      row.set,
      row.engine,
      row.way,
      ...[row.ndcg10, row.recall1, row.recall5, row.mrr].map(rounded),
      row.kinds.negation ? `${row.swapped} of ${row.kinds.negation.questions}` : '–',
    ]),
  );
}

function kindTable(figures) {
  const rows = figures.filter(({ way }) => way === 'hybrid' || way === 'keyword');
  return table(
    ['set', 'engine', 'way', 'kind', 'questions', 'nDCG@10', 'R@1', 'R@5'],
    rows.flatMap((row) =>
      Object.entries(row.kinds).map(([kind, of]) => [
        row.set,
        row.engine,
        row.way,
        kind,
        of.questions,
        ...[of.ndcg10, of.recall1, of.recall5].map(rounded),
      ]),
    ),
  );
}

function evidenceTable(figures) {
  return table(
    [
      'set',
      'engine',
      'way',
      'without an answer, taken as answered',
      'with one, taken as not sure',
      'of these turned away',
    ],
    figures
      .filter(({ evidence }) => evidence)
      .map(({ set, engine, way, evidence }) => [
        set,
        engine,
        way,
        percent(evidence.answeredWrongly),
        percent(evidence.refusedWrongly),
        percent(evidence.turnedAway),
      ]),
  );
}

function setsChart(figures) {
  const groups = [...new Set(figures.map(({ set, engine }) => `${set}, ${engine}`))].map((name) => ({
    name,
    values: ways.map(
      (way) => figures.find((row) => `${row.set}, ${row.engine}` === name && row.way === way)?.ndcg10 ?? null,
    ),
  }));
  return barChart('nDCG@10 by set and engine', ways, groups);
}

function kindsChart(figures) {
  const rows = figures.filter(({ set }) => set === 'samples');
  const { engine } = rows.at(-1);
  const measured = rows.filter((row) => row.engine === engine);
  const groups = Object.keys(measured[0].kinds).map((kind) => ({
    name: kind,
    values: ways.map((way) => measured.find((row) => row.way === way)?.kinds[kind].ndcg10 ?? null),
  }));
  return barChart(`nDCG@10 by kind of question, samples, ${engine}`, ways, groups);
}

function rounded(value) {
  return value === null ? '–' : value.toFixed(3);
}
