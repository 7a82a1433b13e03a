import type { CellValue, ResultTable } from '../../shared/resultTable';
import type { CompiledQuery, FigureColumn } from '../compile/compiled';
import { scopeInWords } from '../scope';
import { isTimeDimension } from '../semanticModel/dimensions';
import type { Answered } from './answered';
import { dates } from '../period/dates';
import { definitionOf, meaningOf, titleOf } from './describeFigures';

/** A query's result as a person sees it: labelled, dated, scoped, with namesakes told apart. */
export function toTable(answered: Answered): ResultTable {
  const { request, compiled, rows, totalCount, isCut, scope, language, today } = answered;
  const shown = rows.slice(0, compiled.limit);
  return {
    title: titleOf(answered),
    columns: compiled.columns.map((column) => ({
      key: column.key,
      label: labelOf(column, answered),
      kind: column.kind,
      ...meaningOf(column, language),
    })),
    rows: shown.map((row) => cellsOf(row, shown, compiled)),
    scope: scopeInWords(scope, language, request.query.mine),
    definition: definitionOf(answered),
    truncated: isCut,
    period: request.query.period,
    ...(compiled.basePeriod ? { comparedPeriod: compiled.basePeriod } : {}),
    asOf: today,
    ...(totalCount === null ? {} : { totalCount }),
    ...codesOf(shown, compiled),
    query: { subject: request.subject, query: { ...request.query } },
  };
}

/** The codes of customers, products and people: the detail that tells namesakes apart ends with it. */
function codesOf(rows: Record<string, unknown>[], { details }: CompiledQuery): Pick<ResultTable, 'codes'> {
  if (details.length === 0) return {};
  const codeOf = (detail: unknown) => (typeof detail === 'string' ? detail.split(', ').at(-1)! : null);
  return {
    codes: Object.fromEntries(details.map(([key, detail]) => [key, rows.map((row) => codeOf(row[detail]))])),
  };
}

/** A figure of another period names its days; over time each row has its own. */
function labelOf({ label, isBase }: FigureColumn, { compiled, request, language }: Answered): string {
  const isOverTime = request.query.dimensions?.some(isTimeDimension);
  if (!isBase || !compiled.basePeriod || isOverTime) return label[language];
  return `${label[language]} (${dates(compiled.basePeriod)})`;
}

function cellsOf(
  row: Record<string, unknown>,
  rows: Record<string, unknown>[],
  { columns, details }: CompiledQuery,
) {
  const cells = columns.map(({ key }): [string, CellValue] => {
    const detail = details.find(([column]) => column === key)?.[1];
    const hasNamesake =
      detail !== undefined && rows.some((other) => other[key] === row[key] && other[detail] !== row[detail]);
    return [key, hasNamesake ? `${String(row[key])} (${String(row[detail])})` : cellValue(row[key])];
  });
  return Object.fromEntries(cells);
}

function cellValue(value: unknown): CellValue {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
