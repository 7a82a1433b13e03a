import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { askForExport } from '../../audit/exports/askForExport';
import { cancelExport } from '../../audit/exports/cancelExport';
import type { ExportDependencies } from '../../audit/exports/dependencies';
import { fileWriters } from '../../audit/exports/fileWriters';
import { openExport } from '../../audit/exports/openExport';
import { turnSearch } from '../../audit/turnSearch';
import { AppError } from '../../errors';
import { requestContext } from '../../logging/requestContext';
import type { Actor } from '../../policies/actor';
import type { ExportRecord } from '../../repositories/auditExports';
import { turnFilterSchema } from '../../shared/audit';
import {
  askForExportSchema,
  listExportsSchema,
  type AuditExportDto,
  auditExportDtoSchema,
} from '../../shared/auditExports';
import { attachment } from '../attachment';
import { decodeCursor, momentPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { toAuditExportDto } from './auditExportDto';
import { pageOf } from '../answers';

const params = z.strictObject({ id: z.uuid() });
const place = z.strictObject({ askedAt: momentPlace.transform((moment) => new Date(moment)), id: z.uuid() });

/**
 * Files of audited turns. Every analyst sees who took what and why, since they audit each other; a file goes only to the
 * person who gave the reason.
 */
export function auditExportRoutes(dependencies: ExportDependencies): Route[] {
  const { repositories, audit, logger } = dependencies;
  const { auditExports, auditTurns, people } = repositories;

  const recordOf = async (id: string): Promise<ExportRecord> => {
    const record = await auditExports.findById(id);
    if (!record) throw new AppError('not_found');
    return record;
  };
  const shown = async (actor: Actor, id: string): Promise<AuditExportDto> => {
    const record = await recordOf(id);
    return toAuditExportDto(record, actor, await people.namesOf([record.askedBy]));
  };

  return [
    route({
      method: 'post',
      path: '/api/audit/exports',
      summary:
        'Ask for a file (CSV, JSONL or XLSX) of every turn of a filter, with the reason. It is made in the background.',
      who: 'audit.read',
      record: 'audit.export',
      status: 202,
      body: askForExportSchema,
      answer: auditExportDtoSchema,
      problems: ['too_many_exports', 'forbidden'],
      handle: async ({ actor, body }) => {
        const language = requestContext()?.language ?? 'ko';
        return shown(actor, await askForExport(body, { actor, language }, dependencies));
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/exports',
      summary: 'List exports of everybody, newest first: who took what, and why.',
      who: 'audit.read',
      record: 'access',
      query: listExportsSchema,
      answer: pageOf(auditExportDtoSchema),
      handle: async ({ actor, query: { cursor, limit, status } }) => {
        const after = decodeCursor(place, cursor);
        const rows = await auditExports.list({ status, after, limit: limit + 1 });
        const names = await people.namesOf(rows.map(({ askedBy }) => askedBy));
        return toPage(rows, limit, {
          place: ({ askedAt, id }) => ({ askedAt, id }),
          item: (row) => toAuditExportDto(row, actor, names),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/exports/estimate',
      summary: 'How many turns a filter finds now.',
      who: 'audit.read',
      record: 'audit.count-turns',
      query: turnFilterSchema,
      answer: z.object({ rows: z.int() }),
      handle: async ({ actor, query }) => {
        await audit.record({ name: 'audit.count-turns', employeeId: actor.id, input: query });
        const unseen = await dependencies.unseenBy(actor.id, query.q);
        return { rows: await auditTurns.count({ ...turnSearch(query), unseen }) };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit/exports/:id',
      summary: 'One export: how far it is, its rows and its SHA-256.',
      who: 'audit.read',
      record: 'access',
      params,
      answer: auditExportDtoSchema,
      handle: ({ actor, params: { id } }) => shown(actor, id),
    }),
    route({
      method: 'get',
      path: '/api/audit/exports/:id/file',
      summary: 'The file of an export of your own. Its SHA-256 is the `ETag` and the `Repr-Digest`.',
      who: 'audit.read',
      record: 'audit.export-download',
      params,
      file: Object.values(fileWriters).map(({ mediaType }) => mediaType),
      problems: [
        'not_found',
        'export_of_another',
        'export_not_done',
        'export_expired',
        'file_store_unavailable',
      ],
      handle: async ({ actor, params: { id }, response }) => {
        const { content, fileName, mediaType, bytes, sha256 } = await openExport(
          await recordOf(id),
          actor,
          dependencies,
        );
        response
          .setHeader('Content-Type', mediaType)
          .setHeader('Content-Length', bytes)
          .setHeader('Content-Disposition', attachment(fileName))
          .setHeader('ETag', `"${sha256}"`)
          .setHeader('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
          .setHeader('Cache-Control', 'no-store');
        await pipeline(content, response).catch((error: unknown) => {
          // The reader went away, or the store did after the first bytes: the connection is the only answer left.
          logger.warn({ err: error, exportId: id }, 'an export was cut off');
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/audit/exports/:id/cancel',
      summary: 'End an export of your own that waits or runs; there will be no file.',
      who: 'audit.read',
      record: 'audit.export-cancel',
      params,
      answer: auditExportDtoSchema,
      problems: ['export_of_another', 'export_not_under_way'],
      handle: async ({ actor, params: { id } }) => {
        await cancelExport(await recordOf(id), actor, dependencies);
        return shown(actor, id);
      },
    }),
  ];
}
