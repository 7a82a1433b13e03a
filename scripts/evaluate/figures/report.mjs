// Writes the report page: the text around the figures is kept in `report.template.md`, the figures and plots are made anew.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { barChart } from '../barChart.mjs';
import { percent, table } from '../markdown.mjs';
import { today } from './fixedClock.mjs';
import { scoresByKind } from './scores.mjs';

/** Writes `docs/figures.md` and its plots. */
export async function writeReport(judged, scores, engine) {
  const template = readFileSync(path.resolve('scripts', 'evaluate', 'figures', 'report.template.md'), 'utf8');
  const kinds = Object.fromEntries(['ko', 'en', 'refusals'].map((set) => [set, scoresByKind(judged, set)]));
  const parts = {
    today,
    engine: engine === 'pglite' ? 'embedded database' : 'PostgreSQL',
    marks: marksTable(scores),
    figures: figuresTable(scores, ['half']),
    refusals: refusalsTable(scores, ['half']),
    kinds: figuresTable([...kinds.ko, ...kinds.en], ['kind']),
    refusalKinds: refusalsTable(kinds.refusals, ['kind']),
  };
  const page = template.replace(/\{\{(\w+)\}\}/g, (_all, name) => parts[name]);
  const file = path.resolve('docs', 'figures.md');
  writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
  writeFileSync(path.resolve('docs', 'images', 'figures-sets.svg'), setsChart(scores));
  writeFileSync(path.resolve('docs', 'images', 'figures-kinds.svg'), kindsChart(kinds.ko));
}

function marksTable(scores) {
  const whole = (set) => scores.find((row) => row.set === set && row.half === 'all');
  const silent = scores.filter(({ half }) => half === 'all').reduce((sum, row) => sum + row.silent, 0);
  return table(
    ['mark', 'asked for', 'Korean', 'English'],
    [
      [
        'right, of what is answered',
        '>= 95 %',
        ...['ko', 'en'].map((set) => percent(whole(set).rightOfAnswered)),
      ],
      [
        'no figure though there is one',
        '<= 5 %',
        ...['ko', 'en'].map((set) => percent(whole(set).notAnswered)),
      ],
      ['silently wrong scope, all questions', '0', silent, ''],
    ],
  );
}

function figuresTable(rows, by) {
  const of = rows.filter(({ set }) => set !== 'refusals');
  return table(
    [
      'set',
      ...by,
      'questions',
      'right',
      'wrong',
      'silently wrong scope',
      'asked back',
      'to documents',
      'right of answered',
      'right of all',
    ],
    of.map((row) => [
      row.set,
      ...by.map((key) => row[key]),
      row.questions,
      row.right,
      row.wrong + row.failed,
      row.silent,
      row['asked back'],
      row.documents,
      percent(row.rightOfAnswered),
      percent(row.rightOfAll),
    ]),
  );
}

function refusalsTable(rows, by) {
  return table(
    [...by, 'questions', 'right', 'answered all the same', 'silently wrong scope', 'right of all'],
    rows
      .filter(({ set }) => set === 'refusals')
      .map((row) => [
        ...by.map((key) => row[key]),
        row.questions,
        row.right,
        row.wrong + row.failed,
        row.silent,
        percent(row.rightOfAll),
      ]),
  );
}

function setsChart(scores) {
  const rows = scores.filter(({ half }) => half !== 'all');
  const groups = rows.map(({ set, half, rightOfAnswered, rightOfAll }) => ({
    name: `${set}, ${half}`,
    values: [set === 'refusals' ? null : rightOfAnswered, rightOfAll],
  }));
  return barChart('Right answers by set and half', ['of what is answered', 'of all'], groups, {
    groupGap: 70,
  });
}

function kindsChart(rows) {
  const groups = rows.map(({ kind, rightOfAll }) => ({ name: kind, values: [rightOfAll] }));
  return barChart('Right answers by kind of question, Korean', ['of all'], groups, { groupGap: 52 });
}
