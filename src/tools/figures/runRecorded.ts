import type { FigureRequest } from '../../analytics/figureQuery';
import type { NameProblem } from '../../analytics/run/resolveNames';
import { runFigures, type FigureContext, type Figures } from '../../analytics/run/runFigures';
import type { ToolContext } from '../toolContext';

/** Runs a query about figures and records its statement, also where it fails. */
export async function runRecorded(
  request: FigureRequest,
  { recordQuery, ...context }: Omit<FigureContext, 'onStatement'> & Pick<ToolContext, 'recordQuery'>,
): Promise<Figures | NameProblem> {
  const startedAt = new Date();
  const started = performance.now();
  const statement = { sql: '', parameters: [] as unknown[] };
  const record = (rowCount: number, error?: string) =>
    recordQuery({
      name: request.subject,
      ...statement,
      rowCount,
      startedAt,
      ms: performance.now() - started,
      ...(error === undefined ? {} : { error }),
    });
  try {
    const onStatement = ({ sql, parameters }: { sql: string; parameters: unknown[] }) =>
      Object.assign(statement, { sql, parameters });
    const found = await runFigures(request, { ...context, onStatement });
    record('table' in found ? found.rowCount : 0);
    return found;
  } catch (error) {
    record(0, error instanceof Error ? error.message : String(error));
    throw error;
  }
}
