import type { ChartSpec, ResultTable } from '../../shared/chat';
import { koreanDay } from '../../shared/koreanTime';
import type { Role } from '../../shared/people';
import type { Language } from '../../shared/problem';
import type { ReadAs, ReaderQuery } from '../../storage/database/database';
import type { CompiledQuery } from '../compile/compiled';
import { compileFigures } from '../compile/compileFigures';
import type { FigureRequest } from '../figureQuery';
import { chartOf } from '../present/chartOf';
import { hiddenNotice } from '../present/notices';
import { toTable } from '../present/toTable';
import { resolveNames, type NameProblem } from './resolveNames';

/** Milliseconds a query about figures may take; a dashboard's query takes tens. */
const figureTimeoutMs = 10_000;

export interface FigureContext {
  employee: { id: number; role: Role; team: string | null };
  language: Language;
  now: Date;
  signal: AbortSignal;
  readAs: ReadAs;
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
  const { employee, readAs, signal } = context;
  const work = (query: ReaderQuery) => readFigures(request, context, query);
  return readAs(employee.id, work, { timeoutMs: figureTimeoutMs, signal });
}

async function readFigures(
  request: FigureRequest,
  { employee, language, now, onStatement }: FigureContext,
  query: ReaderQuery,
): Promise<Figures | NameProblem> {
  const resolved = await resolveNames(request.query.filters ?? {}, query);
  if (!('filters' in resolved)) return resolved;
  const compiled = compileFigures(request, resolved.filters, koreanDay(now));
  onStatement?.(compiled);
  const { rows } = await query(compiled.sql, compiled.parameters);
  const scope = { ...employee, seesAll: await seesAll(query) };
  const table = toTable({ request, resolved, compiled, rows, scope, language, today: koreanDay(now) });
  const { sql, parameters } = compiled;
  return {
    table,
    chart: chartOf(table, request.query),
    notice: hiddenNotice(resolved.hidden, scope, language),
    sql,
    parameters,
    rowCount: table.rows.length,
  };
}

async function seesAll(query: ReaderQuery): Promise<boolean> {
  const { rows } = await query('SELECT app.sees_all_figures() AS all');
  return rows[0]?.all === true;
}
