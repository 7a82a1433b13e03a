import { z } from 'zod';
import { AppError } from '../../errors';
import { acceptImport } from '../../imports/acceptImport';
import { cancelImport, correctReject, rerunImport, undoImport } from '../../imports/changeImport';
import type { ImportDependencies } from '../../imports/dependencies';
import type { BatchRecord } from '../../repositories/imports/importBatches';
import {
  correctRejectSchema,
  importFieldsSchema,
  listImportsSchema,
  listRejectsSchema,
  maximumErrorsShown,
  type ImportDto,
  importDtoSchema,
  importRejectDtoSchema,
} from '../../shared/imports';
import { decodeCursor, momentPlace, rowPlace, toPage } from '../cursor';
import { receiveUpload, uploadProblems } from '../documents/receiveUpload';
import { parseInput } from '../parseInput';
import { route, type Route } from '../route';
import { toImportDto, toRejectDto } from './importDto';
import { pageOf } from '../answers';

const params = z.strictObject({ id: z.uuid() });
const rejectParams = params.extend({ rejectId: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const place = z.strictObject({
  createdAt: momentPlace.transform((moment) => new Date(moment)),
  id: z.uuid(),
});

/** Files of figures and people: brought in, corrected and taken back by admins. */
export function importRoutes(dependencies: ImportDependencies): Route[] {
  const { repositories } = dependencies;
  const { importBatches, importRejects } = repositories;

  const batchOf = async (id: string): Promise<BatchRecord> => {
    const batch = await importBatches.findById(id);
    if (!batch) throw new AppError('not_found');
    return batch;
  };
  const shown = async (id: string): Promise<ImportDto> => {
    const batch = await batchOf(id);
    const rejects = await importRejects.list(id, { afterRow: 0, limit: maximumErrorsShown + 1 });
    return toImportDto(batch, rejects, await namesOf([batch]));
  };
  const namesOf = async (batches: BatchRecord[]): Promise<Map<number, string>> => {
    const ids = [...new Set(batches.flatMap(({ requestedBy }) => requestedBy ?? []))];
    const people = await Promise.all(ids.map((id) => repositories.people.findById(id)));
    return new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
  };

  return [
    route({
      method: 'post',
      path: '/api/imports',
      summary:
        'Bring in a CSV or XLSX file (multipart `file`, `kind`, `dryRun`, `template`): employees, customers, products, ' +
        'assignments, sales, targets or interactions. With `dryRun=1` only the report is made.',
      who: 'data.import',
      record: 'import.upload',
      status: 202,
      answer: z.object({ id: z.uuid(), status: z.literal('queued') }),
      form: importFieldsSchema,
      problems: [...uploadProblems, 'not_found', 'template_kind_differs', 'forbidden'],
      handle: async ({ actor, request, response }) =>
        receiveUpload(request, response, async (file, form) =>
          acceptImport({ ...file, fields: parseInput(importFieldsSchema, form) }, actor, dependencies),
        ),
    }),
    route({
      method: 'get',
      path: '/api/imports',
      summary: 'List imports, newest first.',
      who: 'data.import',
      record: 'access',
      query: listImportsSchema,
      answer: pageOf(importDtoSchema),
      handle: async ({ query: { cursor, limit, ...filter } }) => {
        const after = decodeCursor(place, cursor);
        const rows = await importBatches.list({ ...filter, after, limit: limit + 1 });
        const names = await namesOf(rows);
        return toPage(rows, limit, {
          place: ({ createdAt, id }) => ({ createdAt, id }),
          item: (row) => toImportDto(row, [], names),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/imports/:id',
      summary: 'One import: how far it is, what it brought, and what was wrong by row and column.',
      who: 'data.import',
      record: 'access',
      params,
      answer: importDtoSchema,
      handle: async ({ params: { id } }) => shown(id),
    }),
    route({
      method: 'get',
      path: '/api/imports/:id/rejects',
      summary: 'Rows that were left out, all of them, in the order of the file.',
      who: 'data.import',
      record: 'access',
      params,
      query: listRejectsSchema,
      answer: pageOf(importRejectDtoSchema),
      handle: async ({ params: { id }, query: { cursor, limit } }) => {
        await batchOf(id);
        const afterRow = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await importRejects.list(id, { afterRow, limit: limit + 1 });
        return toPage(rows, limit, { place: ({ rowNumber }) => rowNumber, item: toRejectDto });
      },
    }),
    route({
      method: 'patch',
      path: '/api/imports/:id/rejects/:rejectId',
      summary: 'Correct cells of a row that was left out; the next re-run loads it.',
      who: 'data.import',
      record: 'import.correct',
      params: rejectParams,
      body: correctRejectSchema,
      answer: importRejectDtoSchema,
      problems: ['import_not_done'],
      handle: async ({ actor, params: { id, rejectId }, body }) => {
        const batch = await batchOf(id);
        const reject = await importRejects.find(id, rejectId);
        if (!reject) throw new AppError('not_found');
        return toRejectDto(await correctReject(batch, reject, body.cells, actor, dependencies));
      },
    }),
    route({
      method: 'post',
      path: '/api/imports/:id/rerun',
      summary: 'Run the corrected rows again, or the file of an import that failed.',
      who: 'data.import',
      record: 'import.rerun',
      status: 202,
      params,
      answer: importDtoSchema,
      problems: ['import_not_done', 'import_built_upon'],
      handle: async ({ actor, params: { id } }) => {
        await rerunImport(await batchOf(id), actor, dependencies);
        return shown(id);
      },
    }),
    route({
      method: 'post',
      path: '/api/imports/:id/cancel',
      summary: 'End an import that waits or runs; nothing of it is loaded.',
      who: 'data.import',
      record: 'import.cancel',
      params,
      answer: importDtoSchema,
      problems: ['import_not_waiting'],
      handle: async ({ actor, params: { id } }) => {
        await cancelImport(await batchOf(id), actor, dependencies);
        return shown(id);
      },
    }),
    route({
      method: 'post',
      path: '/api/imports/:id/undo',
      summary: 'Take an import back: what it inserted goes, what it updated is as it was.',
      who: 'data.import',
      record: 'import.undo',
      params,
      answer: importDtoSchema,
      problems: ['import_not_done', 'import_built_upon', 'last_admin'],
      handle: async ({ actor, params: { id } }) => {
        await undoImport(await batchOf(id), actor, dependencies);
        return shown(id);
      },
    }),
  ];
}
