import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditLog } from '../../audit/auditLog';
import type { AuditView } from '../../audit/auditView';
import { evaluationLine } from '../../audit/review/evaluationLine';
import type { EvaluationCases } from '../../audit/review/evaluationCases';
import { withTablesFor } from '../../policies/visibleSql';
import type { EvaluationCaseRepository } from '../../repositories/evaluationCases';
import type { Repositories } from '../../repositories/repositories';
import { createCaseSchema, type EvaluationCaseDto, evaluationCaseDtoSchema } from '../../shared/review';
import { attachment } from '../attachment';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf } from '../answers';

/** Cases read at a time for a file: as large as their tables are, no more need to be in memory. */
const casesPerRead = 100;

/** Questions with what is to be answered, taken from turns. */
export function evaluationCaseRoutes(
  cases: EvaluationCases,
  { evaluationCases }: Repositories,
  audit: AuditLog,
  { forViewer }: Pick<AuditView, 'forViewer'>,
): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/audit/evaluation-cases',
      summary: 'Evaluation cases, the latest first.',
      who: 'audit.read',
      record: 'audit.list-evaluation-cases',
      query: pageQuerySchema,
      answer: pageOf(evaluationCaseDtoSchema),
      handle: async ({ actor, query: { cursor, limit } }) => {
        await audit.record({ name: 'audit.list-evaluation-cases', employeeId: actor.id });
        const beforeId = decodeCursor(rowPlace, cursor);
        const rows = await evaluationCases.list({ beforeId, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ id }) => id, item: (row) => withTablesFor(actor, row) });
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/evaluation-cases/export',
      summary: 'All evaluation cases as JSON Lines.',
      who: 'audit.read',
      record: 'audit.export-evaluation-cases',
      file: ['application/jsonl'],
      handle: async ({ actor, response }) => {
        await audit.record({ name: 'audit.export-evaluation-cases', employeeId: actor.id });
        response.setHeader('Content-Type', 'application/jsonl; charset=utf-8');
        response.setHeader('Content-Disposition', attachment('evaluation-cases.jsonl'));
        const seen = (rows: EvaluationCaseDto[]) =>
          forViewer(
            actor,
            rows.map((row) => withTablesFor(actor, row)),
          );
        await pipeline(Readable.from(lines(evaluationCases, seen)), response);
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/evaluation-cases',
      summary: 'Make a turn an evaluation case: as it was answered, or put right.',
      who: 'audit.review',
      record: 'evaluationCase.make',
      status: 201,
      body: createCaseSchema,
      answer: evaluationCaseDtoSchema,
      problems: ['not_found', 'already_exists', 'turn_not_answered'],
      handle: async ({ actor, body }) => withTablesFor(actor, await cases.make(body, actor)),
    }),
    route({
      method: 'delete',
      path: '/api/audit/evaluation-cases/:id',
      summary: 'Take an evaluation case away.',
      who: 'audit.review',
      record: 'evaluationCase.remove',
      params: rowParams,
      handle: async ({ actor, params: { id } }) => cases.remove(id, actor),
    }),
  ];
}

async function* lines(
  repository: EvaluationCaseRepository,
  seen: (rows: EvaluationCaseDto[]) => Promise<EvaluationCaseDto[]>,
): AsyncGenerator<string> {
  let beforeId: number | undefined;
  for (;;) {
    const rows = await repository.list({ beforeId, limit: casesPerRead });
    for (const row of await seen(rows)) yield `${JSON.stringify(evaluationLine(row))}\n`;
    if (rows.length < casesPerRead) return;
    beforeId = rows.at(-1)!.id;
  }
}
