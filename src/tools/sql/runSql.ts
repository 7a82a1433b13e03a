import { z } from 'zod';
import { maximumRowLimit } from '../../analytics/figureQuery';
import { checkStatement, type CheckedStatement } from '../../analytics/sqlGuard/checkStatement';
import { describeCuratedViews } from '../../analytics/sqlGuard/curatedViews';
import { maximumStatementLength } from '../../analytics/sqlGuard/limits';
import { runStatement, type StatementResult } from '../../analytics/sqlGuard/runStatement';
import { ReadTimeout } from '../../storage/database/database';
import { rowsForModel } from '../rowsForModel';
import type { ToolContext, ToolDefinition, ToolOutcome } from '../toolContext';
import { databaseMistake } from './databaseMistake';
import { sqlTable } from './sqlTable';

const schema = z.strictObject({
  // What is longer than the guard takes is refused by it, in words, and not here.
  sql: z.string().min(1).describe(`One SELECT, at most ${maximumStatementLength} characters.`),
  title: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .describe('What the result shows, in the language of the question.'),
});

/** SQL that a model wrote, for what the figure tools do not cover; never offered to the offline planner. */
export const runSqlTool: ToolDefinition<typeof schema> = {
  name: 'run_sql',
  description: `Runs one read-only PostgreSQL SELECT over the views below. Only for questions that query_sales and
query_interactions cannot answer, such as "두 제품을 함께 산 거래처", "요일별 방문 대비 매출", "거래처별 매출 중앙값". Rights are
applied by the database: never filter for them. Name the columns in the language of the question (AS "매출"). CURRENT_DATE is
today in Korea. At most ${maximumRowLimit} rows. No other tables, no WITH RECURSIVE, no parameters. When it fails, mend the
statement by the message, at most twice; then say that it cannot be answered. Never show the SQL in the answer.
${describeCuratedViews()}`,
  schema,
  run: runSql,
};

async function runSql(input: z.infer<typeof schema>, context: ToolContext): Promise<ToolOutcome> {
  const outcome = await context.sqlTries.take(() => tryOnce(input, context));
  return outcome ?? failure('no_tries_left', 'No more statements are run in this turn.', context);
}

async function tryOnce({ sql, title }: z.infer<typeof schema>, context: ToolContext): Promise<ToolOutcome> {
  const statement = await checkStatement(sql);
  if ('refused' in statement) {
    recordRefused(sql, statement.refused, context);
    return mistake('statement_refused', statement.refused, context);
  }
  try {
    const result = await runTraced(statement, context);
    if ('refused' in result) return mistake('statement_refused', result.refused, context);
    return success(title, statement, result, context);
  } catch (error) {
    if (error instanceof ReadTimeout)
      return mistake('query_too_slow', 'The statement took too long and was stopped.', context);
    const said = databaseMistake(error, statement);
    if (said === null) throw error;
    return mistake('statement_failed', said, context);
  }
}

async function runTraced(
  statement: CheckedStatement,
  { employee, readAs, signal, recordQuery }: ToolContext,
): Promise<StatementResult | { refused: string }> {
  const startedAt = new Date();
  const started = performance.now();
  const record = (rowCount: number, error?: string) =>
    recordQuery({
      name: 'sql',
      sql: statement.sql,
      parameters: [],
      rowCount,
      startedAt,
      ms: performance.now() - started,
      ...(error === undefined ? {} : { error }),
    });
  try {
    const result = await runStatement(statement, { employeeId: employee.id, readAs, signal });
    if ('refused' in result) record(0, result.refused);
    else record(result.rows.length);
    return result;
  } catch (error) {
    record(0, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** What is not run is traced too: it is what an auditor looks for. */
function recordRefused(sql: string, refused: string, { recordQuery }: ToolContext): void {
  recordQuery({
    name: 'sql',
    sql,
    parameters: [],
    rowCount: 0,
    startedAt: new Date(),
    ms: 0,
    error: refused,
  });
}

function success(
  title: string,
  statement: CheckedStatement,
  result: StatementResult,
  context: ToolContext,
): ToolOutcome {
  const table = sqlTable(title, statement, result, context);
  const shown = result.rows.slice(0, rowsForModel);
  const content = {
    title,
    columns: table.columns.map(({ label, kind }) => `${label} (${kind})`),
    rows: table.rows.slice(0, rowsForModel).map((row) => table.columns.map(({ key }) => row[key])),
    scope: table.scope,
    definition: table.definition,
    truncated: table.truncated || shown.length < result.rows.length,
  };
  return { content: JSON.stringify(content), artifact: { kind: 'table', table } };
}

function mistake(code: string, said: string, context: ToolContext): ToolOutcome {
  const left = context.sqlTries.failed();
  const next = left > 0 ? `You may mend it ${left === 1 ? 'once more' : 'twice'}.` : stop;
  return failure(code, `${said.replace(/\.$/, '')}. ${next}`, context);
}

const stop =
  'Stop: do not call run_sql again in this turn, and say that the question cannot be answered this way.';

/** The model is told all; the person, who may not be one to see SQL, that it did not work. */
function failure(code: string, forModel: string, { language }: ToolContext): ToolOutcome {
  const message = { ko: 'SQL 조회가 되지 않았습니다.', en: 'The SQL query did not work.' }[language];
  return {
    content: JSON.stringify({ error: code, message: forModel }),
    artifact: { kind: 'error', code, message },
  };
}
