import type { ChartSpec, ResultTable } from '../../shared/resultTable';
import { koreanDay } from '../../shared/koreanTime';
import type { Role } from '../../shared/people';
import type { Language } from '../../shared/problem';
import type { ReadAs, ReaderQuery } from '../../storage/database/database';
import type { CompiledQuery } from '../compile/compiled';
import { compileFigures } from '../compile/compileFigures';
import { countingAll, limitedTo } from '../compile/limitedTo';
import type { FigureRequest } from '../figureQuery';
import { chartOf, shapeOf } from '../present/chartOf';
import { hiddenNotice } from '../present/notices';
import { toTable } from '../present/toTable';
import { resolveNames, type NameProblem } from './resolveNames';
import { rowsAskedFor } from './rowsAskedFor';

/** Milliseconds a query about figures may take; a dashboard's query takes tens. */
const figureTimeoutMs = 10_000;

export interface FigureContext {
  employee: { id: number; role: Role; team: string | null };
  language: Language;
  now: Date;
  signal?: AbortSignal;
  readAs: ReadAs;
  /** Rows at most where the query does not ask for a number of them, in place of what an answer shows. */
  maximumRows?: number;
  /** Milliseconds the reading may take, in place of what an answer may. */
  timeoutMs?: number;
  /** Told of the statement before it runs, so that a trace has it also when it fails. */
  onStatement?(statement: Pick<CompiledQuery, 'sql' | 'parameters'>): void;
}

export interface Figures {
  table: ResultTable;
  chart?: ChartSpec;
  /** What the reader has to be told beside the figures, such as that another person's are not shown. */
  notice?: string;
  sql: string;
  parameters: unknown[];
  rowCount: number;
}

/**
 * Runs a query under the rights of the person who asks.
 * @param request without a `queryMistake`.
 * @returns the figures, or the name in the filters that could not be resolved.
 * @throws ReadTimeout, or the signal's reason.
 */
export async function runFigures(
  request: FigureRequest,
  context: FigureContext,
): Promise<Figures | NameProblem> {
  const { employee, readAs, signal, timeoutMs = figureTimeoutMs } = context;
  const work = (query: ReaderQuery) => readFigures(request, context, query);
  return readAs(employee.id, work, { timeoutMs, signal });
}

async function readFigures(
  request: FigureRequest,
  { employee, language, now, maximumRows, onStatement }: FigureContext,
  query: ReaderQuery,
): Promise<Figures | NameProblem> {
  const resolved = await resolveNames(request.query.filters ?? {}, query);
  if (!('filters' in resolved)) return resolved;
  const asked = rowsAskedFor(request.query);
  const whole = compileFigures(request, resolved.filters, koreanDay(now));
  const compiled = asked === null && maximumRows ? limitedTo(whole, maximumRows) : whole;
  onStatement?.(compiled);
  const { rows } = await query(compiled.sql, compiled.parameters);
  const scope = { ...employee, seesAll: await seesAll(query) };
  const hasMore = rows.length > compiled.limit;
  // Of a ranking nobody asks how long it is; of contacts an answer says how many there were.
  const isCounted = asked === null || isList(request);
  const totalCount = !hasMore ? rows.length : isCounted ? await countAll(compiled, query) : null;
  const today = koreanDay(now);
  const table = toTable({
    ...{ request, resolved, compiled, rows, totalCount, scope, language, today },
    isCut: hasMore && asked === null,
  });
  const chart = chartOf(table, request.query);
  const { sql, parameters } = compiled;
  return {
    table: chart ? { ...table, chart: shapeOf(chart) } : table,
    chart,
    notice: hiddenNotice(resolved.hidden, scope, language),
    sql,
    parameters,
    rowCount: table.rows.length,
  };
}

function isList(request: FigureRequest): boolean {
  return request.subject === 'interactions' && request.query.list === true;
}

async function countAll(compiled: CompiledQuery, query: ReaderQuery): Promise<number> {
  const { sql, parameters } = countingAll(compiled);
  const { rows } = await query(sql, parameters);
  return rows[0]!.total as number;
}

async function seesAll(query: ReaderQuery): Promise<boolean> {
  const { rows } = await query('SELECT app.sees_all_figures() AS all');
  return rows[0]?.all === true;
}
