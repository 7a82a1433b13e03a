import type { CellValue, ResultTable } from '../../shared/chat';
import type { CompiledQuery, FigureColumn } from '../compile/compiled';
import { scopeInWords } from '../scope';
import { isTimeDimension } from '../semanticModel/dimensions';
import type { Answered } from './answered';
import { dates, definitionOf, titleOf } from './describeFigures';

/** A query's result as a person sees it: labelled, dated, scoped, with namesakes told apart. */
export function toTable(answered: Answered): ResultTable {
  const { request, compiled, rows, scope, language } = answered;
  const shown = rows.slice(0, compiled.limit);
  return {
    title: titleOf(answered),
    columns: compiled.columns.map((column) => ({
      key: column.key,
      label: labelOf(column, answered),
      kind: column.kind,
    })),
    rows: shown.map((row) => cellsOf(row, shown, compiled)),
    scope: scopeInWords(scope, language, request.query.mine),
    definition: definitionOf(answered),
    // A top five is whole with five rows.
    truncated: rows.length > compiled.limit && !isTopAsked(request.query),
    ...(rows.length > compiled.limit && typeof rows[0]?.totalRows === 'number'
      ? { totalRows: rows[0].totalRows }
      : {}),
  };
}

function isTopAsked({ limit, order }: Answered['request']['query']): boolean {
  return limit !== undefined && order !== undefined;
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
