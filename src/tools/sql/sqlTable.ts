import { scopeInWords } from '../../analytics/scope';
import type { CheckedStatement } from '../../analytics/sqlGuard/checkStatement';
import { curatedViews } from '../../analytics/sqlGuard/curatedViews';
import type { OutputColumn } from '../../analytics/sqlGuard/outputColumn';
import type { ValueType } from '../../analytics/sqlGuard/readableCell';
import type { StatementResult } from '../../analytics/sqlGuard/runStatement';
import { may } from '../../policies/permissions';
import type { CellValue, ColumnKind, ResultTable, TableColumn } from '../../shared/resultTable';
import { koreanDay } from '../../shared/koreanTime';
import type { Language } from '../../shared/problem';
import type { ToolContext } from '../toolContext';

/** A statement's result as the figure tools show theirs; with its SQL for those who may see it. */
export function sqlTable(
  title: string,
  statement: CheckedStatement,
  result: StatementResult,
  { employee, language, now }: Pick<ToolContext, 'employee' | 'language' | 'now'>,
): ResultTable {
  const columns = result.columns.map(({ name, type }, at) =>
    tableColumn({ name, type, known: statement.columns[at] }, at, language),
  );
  return {
    title,
    columns,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        row.map((cell, at) => {
          const { key, kind } = columns[at]!;
          return [key, shownCell(cell, { kind, type: result.columns[at]!.type }, language)];
        }),
      ),
    ),
    scope: scopeInWords({ ...employee, seesAll: may(employee, 'figures.all') }, language),
    definition: definitionOf(statement, koreanDay(now), language),
    truncated: result.truncated,
    ...(may(employee, 'sql.view') ? { sql: statement.sql } : {}),
  };
}

/** Columns are known by their place: a statement may name two alike. */
function tableColumn(
  { name, type, known }: { name: string; type: ValueType; known?: OutputColumn },
  at: number,
  language: Language,
): TableColumn {
  return { key: `c${at + 1}`, label: labels.get(name)?.[language] ?? name, kind: kindOf(type, known?.kind) };
}

const labels = new Map(
  Object.values(curatedViews).flatMap(({ columns }) =>
    Object.entries(columns).map(([name, { label }]) => [name, label] as const),
  ),
);

/** What the statement says it measures, as far as the type of the values bears it out. */
function kindOf(type: ValueType, measured?: ColumnKind): ColumnKind {
  if (type === 'whole' || type === 'number') {
    const isFigure = measured === 'won' || measured === 'count' || measured === 'ratio';
    if (isFigure) return type === 'number' && measured === 'count' ? 'number' : measured;
    return type === 'whole' ? 'count' : 'number';
  }
  if (type === 'day') return measured === 'month' ? 'month' : 'day';
  if (type === 'instant') return measured === 'month' || measured === 'day' ? measured : 'time';
  return 'text';
}

function shownCell(
  cell: CellValue,
  { kind, type }: { kind: ColumnKind; type: ValueType },
  language: Language,
): CellValue {
  if (cell === null) return null;
  if (typeof cell === 'number') return kind === 'won' ? Math.round(cell) : cell;
  if (type === 'truth') return truths[cell === 'true' ? 'yes' : 'no'][language];
  // An instant is read in UTC: its day is the Korean one.
  const day = type === 'instant' && kind !== 'time' ? koreanDay(new Date(cell)) : cell;
  return kind === 'month' ? day.slice(0, 7) : day;
}

const truths = { yes: { ko: '예', en: 'yes' }, no: { ko: '아니요', en: 'no' } };

function definitionOf({ views }: CheckedStatement, today: string, language: Language): string {
  const read = views.join(', ');
  return language === 'ko'
    ? `SQL 조회${read ? ` (${read})` : ''}. ${today} 기준.`
    : `SQL query${read ? ` (${read})` : ''}. As of ${today}.`;
}
