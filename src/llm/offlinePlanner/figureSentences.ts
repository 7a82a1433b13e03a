import type { CellValue, ResultTable, TableColumn } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import { cellInWords } from './numbersInWords';
import type { PlannedQuery } from './understanding';

/** Places of a ranking that are named in the sentence; the table has all. */
const namedPlaces = 3;

type Row = Record<string, CellValue>;
type Wording = (table: ResultTable, args: Partial<PlannedQuery>, language: Language) => string;

/** A table of figures in a few sentences, with its period and scope; the numbers are those of the table. */
export const figureSentences: Wording = (table, args, language) => {
  const statement = table.rows.length === 0 ? nothing(table, args, language) : stated(table, args, language);
  const scope = language === 'ko' ? `집계 범위: ${table.scope}.` : `Scope: ${table.scope}.`;
  const isCut = table.truncated && args.limit === undefined;
  const cut = language === 'ko' ? '표는 일부만 보여 줍니다.' : 'The table does not show all rows.';
  return [statement, scope, ...(isCut ? [cut] : [])].join(' ');
};

/** `2026-09-01 ~ 2026-09-30`, or nothing where the period is not known. */
export function periodInWords({ period }: Partial<PlannedQuery>): string {
  if (!period) return '';
  return period.from === period.to ? period.from : `${period.from} ~ ${period.to}`;
}

/** Says that there is nothing in that scope and period. */
export function nothing(table: ResultTable, args: Partial<PlannedQuery>, language: Language): string {
  const period = periodInWords(args);
  const zero = zeroOf(table, args);
  const group = zero && table.columns.find(({ key }) => args.dimensions?.includes(key));
  if (group)
    return language === 'ko'
      ? `${period} 기간에 조건(${zero.label} 0)에 맞는 ${withTopic(group.label)} 없습니다.`
      : `No ${group.label.toLowerCase()} in ${period} has ${zero.label.toLowerCase()} 0.`;
  if (language === 'ko') return `${period} 기간에 ‘${table.title}’에 해당하는 기록이 없습니다.`;
  return `There is nothing for “${table.title}” in ${period}.`;
}

/** The measure of which only rows with nothing are wanted: customers without a visit, without a sale. */
function zeroOf({ columns }: ResultTable, { thresholds }: Partial<PlannedQuery>): TableColumn | undefined {
  return columns.find(({ key }) =>
    thresholds?.some(({ measure, atMost }) => measure === key && atMost === 0),
  );
}

function stated(table: ResultTable, args: Partial<PlannedQuery>, language: Language): string {
  const dimensions = table.columns.filter(({ key }) => args.dimensions?.includes(key));
  const measures = table.columns.filter((column) => !dimensions.includes(column));
  const [row] = table.rows as [Row];
  const lead = `${periodInWords(args)} ${namesOf(table)}`.trim();
  if (dimensions.length === 0) return total(lead, row, measures, language);
  const measure = rankedBy(measures, args);
  const isOverTime =
    dimensions.length === 1 && ['day', 'week', 'month', 'quarter', 'year'].includes(dimensions[0]!.key);
  return isOverTime
    ? development(table, dimensions[0]!, measure, { lead, language })
    : ranking(table, dimensions, measure, { args, language });
}

/** What the title has in front of its last part: the names the figures are limited to. */
function namesOf({ title }: ResultTable): string {
  return title.split(' · ').slice(0, -1).join(' · ');
}

function total(lead: string, row: Row, measures: TableColumn[], language: Language): string {
  const said = (column: TableColumn) => cellInWords(row[column.key], column.kind, language);
  const isPart = ({ key }: TableColumn) => /(?:Before|Change|Growth)$/.test(key);
  const figures = measures.filter((column) => !isPart(column));
  const comparisons = figures.flatMap((column) => comparison(column, row, measures, language) ?? []);
  if (language === 'ko') {
    const list = figures.map((column) => `${withTopic(column.label)} ${said(column)}`).join(', ');
    return [`${lead} ${list}입니다.`.trim(), ...comparisons].join(' ');
  }
  const list = figures.map((column) => `${column.label.toLowerCase()} ${said(column)}`).join(', ');
  return [`${lead}: ${list}.`, ...comparisons].join(' ');
}

/** "직전 기간 매출(2026-08-01 ~ 2026-08-31) ₩2,000보다 ₩3,000(150.0%) 늘었습니다." */
function comparison(
  { key }: TableColumn,
  row: Row,
  measures: TableColumn[],
  language: Language,
): string | null {
  const before = measures.find((column) => column.key === `${key}Before`);
  const change = row[`${key}Change`];
  if (!before || typeof change !== 'number') return null;
  const was = cellInWords(row[before.key], before.kind, language);
  const by = cellInWords(Math.abs(change), before.kind, language);
  const growth = row[`${key}Growth`];
  const rate = typeof growth === 'number' ? cellInWords(Math.abs(growth), 'ratio', language) : null;
  const direction = change > 0 ? 1 : change < 0 ? -1 : 0;
  if (language === 'ko') {
    if (direction === 0) return `${before.label} ${was}과 같습니다.`;
    const how = direction > 0 ? '늘었습니다' : '줄었습니다';
    return `${before.label} ${was}보다 ${by}${rate ? `, ${rate}` : ''} ${how}.`;
  }
  if (direction === 0) return `${before.label}: ${was}, unchanged.`;
  return `${before.label}: ${was}; ${direction > 0 ? 'up' : 'down'} ${by}${rate ? ` (${rate})` : ''}.`;
}

/** The measure a ranking is by: the one it is ordered by, else the first. */
function rankedBy(measures: TableColumn[], { order }: Partial<PlannedQuery>): TableColumn {
  const suffix = order?.by === 'change' ? 'Change' : order?.by === 'growth' ? 'Growth' : null;
  const ordered = measures.find(({ key }) => (suffix ? key.endsWith(suffix) : key === order?.by));
  return ordered ?? measures[0]!;
}

function ranking(
  table: ResultTable,
  dimensions: TableColumn[],
  measure: TableColumn,
  { args, language }: { args: Partial<PlannedQuery>; language: Language },
): string {
  const ko = language === 'ko';
  const inWords = (row: Row) => {
    const name = dimensions.map(({ key, kind }) => cellInWords(row[key], kind, language)).join(' ');
    return `${name} ${cellInWords(row[measure.key], measure.kind, language)}${beside(row)}`;
  };
  // A change without its rate says little, and a rate without its size.
  const companions = comparedWith(measure, table.columns);
  const beside = (row: Row) => {
    const said = companions
      .filter(({ key }) => row[key] !== null && row[key] !== undefined)
      .map(({ key, kind, label }) => `${label} ${cellInWords(row[key], kind, language)}`);
    return said.length > 0 ? ` (${said.join(', ')})` : '';
  };
  if (zeroOf(table, args) === measure) return withNothing(table, dimensions, measure, { args, language });
  const isRanked = args.order?.direction !== 'asc' && dimensions.length === 1;
  const named = table.rows.slice(0, namedPlaces).map((row) => {
    if (!isRanked) return inWords(row);
    // Who is level shares a place.
    const place = table.rows.findIndex((other) => other[measure.key] === row[measure.key]) + 1;
    return ko ? `${place}위 ${inWords(row)}` : `${place}. ${inWords(row)}`;
  });
  const lead = ko ? `${periodInWords(args)} ${table.title}` : `${table.title}, ${periodInWords(args)}`;
  const isPlain = table.columns.length === dimensions.length + 1;
  const by = isPlain ? '' : ` (${ko ? measure.label : measure.label.toLowerCase()})`;
  const end = ko ? (isRanked || named.length === 1 ? '입니다.' : ' 순입니다.') : '.';
  return `${lead}${by}: ${named.join(', ')}${end}${countOfRows(table, args, language)}`;
}

/** Those that have nothing: names alone, since none of them is before another. */
function withNothing(
  table: ResultTable,
  dimensions: TableColumn[],
  { label }: TableColumn,
  { args, language }: { args: Partial<PlannedQuery>; language: Language },
): string {
  const names = table.rows
    .slice(0, namedPlaces)
    .map((row) => dimensions.map(({ key, kind }) => cellInWords(row[key], kind, language)).join(' '))
    .join(', ');
  const lead =
    language === 'ko' ? `${periodInWords(args)} ${label} 0` : `${label} 0 in ${periodInWords(args)}`;
  return `${[namesOf(table), lead].filter(Boolean).join(' · ')}: ${names}.${countOfRows(table, args, language)}`;
}

/** The columns that say how a compared figure came about: its size and its rate of change. */
function comparedWith(measure: TableColumn, columns: TableColumn[]): TableColumn[] {
  const figure = measure.key.replace(/(?:Change|Growth)$/, '');
  const keys = [figure, `${figure}Growth`].filter((key) => key !== measure.key);
  return columns.some(({ key }) => key === `${figure}Growth`)
    ? columns.filter(({ key }) => keys.includes(key))
    : [];
}

/** How many rows there are beside those that were named; a number that was asked for needs no telling. */
function countOfRows(
  { rows, truncated }: ResultTable,
  { limit }: Partial<PlannedQuery>,
  language: Language,
): string {
  if (rows.length <= namedPlaces) return '';
  if (limit !== undefined)
    return language === 'ko' ? ` 나머지는 표에 있습니다.` : ' The others are in the table.';
  const more = truncated ? (language === 'ko' ? ' 이상' : ' or more') : '';
  return language === 'ko'
    ? ` 모두 ${rows.length}건${more}이 표에 있습니다.`
    : ` The table has ${rows.length}${more}.`;
}

/** A development over time: its highest, lowest and latest value. */
function development(
  table: ResultTable,
  time: TableColumn,
  measure: TableColumn,
  { lead, language }: { lead: string; language: Language },
): string {
  const valued = table.rows.filter((row) => typeof row[measure.key] === 'number');
  if (valued.length === 0)
    return language === 'ko' ? `${lead} ${measure.label} 값이 없습니다.` : `${lead}: no ${measure.label}.`;
  const number = (row: Row) => row[measure.key] as number;
  const said = (row: Row) => `${row[time.key]} ${cellInWords(row[measure.key], measure.kind, language)}`;
  const highest = valued.reduce((best, row) => (number(row) > number(best) ? row : best));
  const lowest = valued.reduce((best, row) => (number(row) < number(best) ? row : best));
  const latest = valued.toSorted((a, b) => String(a[time.key]).localeCompare(String(b[time.key]))).at(-1)!;
  if (language === 'ko') {
    if (valued.length === 1) return `${lead} ${withTopic(measure.label)} ${said(latest)}입니다.`;
    return `${lead} ${time.label}별 ${withTopic(measure.label)} 최고 ${said(highest)}, 최저 ${said(lowest)}, 마지막 ${said(latest)}입니다.`;
  }
  if (valued.length === 1) return `${lead}: ${measure.label.toLowerCase()} ${said(latest)}.`;
  return `${lead}: ${measure.label.toLowerCase()} by ${time.label.toLowerCase()}, highest ${said(highest)}, lowest ${said(lowest)}, latest ${said(latest)}.`;
}

/** A word with the particle 은 or 는, by whether it ends in a consonant. */
function withTopic(word: string): string {
  const syllable = (/[가-힣](?=[^가-힣]*$)/u.exec(word)?.[0] ?? '').charCodeAt(0) - 0xac00;
  return `${word}${syllable % 28 > 0 ? '은' : '는'}`;
}
