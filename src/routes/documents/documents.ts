import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { z } from 'zod';
import { AppError } from '../../errors';
import { acceptUpload } from '../../ingestion/acceptUpload';
import { approveDocument, withdrawDocument } from '../../ingestion/approveDocument';
import { cancelIngestion } from '../../ingestion/cancelIngestion';
import { changeDocument } from '../../ingestion/changeDocument';
import type { IngestionDependencies } from '../../ingestion/dependencies';
import { reconcile } from '../../ingestion/reconcile/reconcile';
import { reindexDocument } from '../../ingestion/reindexDocument';
import { removeDocument, requestRemoval } from '../../ingestion/removeDocument';
import { requestContext } from '../../logging/requestContext';
import type { Actor } from '../../policies/actor';
import { readerPrincipals } from '../../policies/documentAccess';
import { mayReadNow } from '../../policies/readableDocument';
import type { DocumentRecord } from '../../repositories/documents';
import {
  documentChangesSchema,
  listDocumentsSchema,
  uploadFieldsSchema,
  type ChangedDocumentDto,
  documentDtoSchema,
  chunkDtoSchema,
  changedDocumentDtoSchema,
  reconcileReportSchema,
} from '../../shared/documents';
import { koreanDay } from '../../shared/koreanTime';
import { disposition } from '../attachment';
import { decodeCursor, momentPlace, toPage } from '../cursor';
import { parseInput } from '../parseInput';
import { route, type Route } from '../route';
import { toChunkDto, toDocumentDto } from './documentDto';
import { receiveUpload, uploadProblems } from './receiveUpload';
import { pageOf, wholeList } from '../answers';

const params = z.strictObject({ id: z.uuid() });
const place = z.strictObject({
  createdAt: momentPlace.transform((moment) => new Date(moment)),
  id: z.uuid(),
});

/** Reference documents: admins keep them, everybody reads what the audience allows. */
export function documentRoutes(dependencies: IngestionDependencies): Route[] {
  const { repositories, objectStore, audit, logger } = dependencies;

  /** Not there and not for this reader are one. */
  const readable = async (actor: Actor, id: string): Promise<DocumentRecord> => {
    const document = await repositories.documents.findById(id);
    if (!document || !mayReadNow(actor, document, koreanDay(new Date()))) throw new AppError('not_found');
    return document;
  };

  const shown = async (actor: Actor, id: string) => {
    const document = await readable(actor, id);
    const counts = await repositories.documents.chunkCounts([id]);
    return toDocumentDto(document, counts.get(id) ?? 0, language());
  };

  const changed = async (
    actor: Actor,
    id: string,
    change: Promise<{ searchUpdated: boolean }>,
  ): Promise<ChangedDocumentDto> => {
    const { searchUpdated } = await change;
    return { ...(await shown(actor, id)), searchUpdated };
  };

  return [
    route({
      method: 'post',
      path: '/api/documents',
      summary:
        'Upload a document (multipart `file`, `title`, `docType`, `audience`, `productCodes`, `validFrom`, `validTo`), ' +
        'or with `replaces` a new version of one, which takes its place once it is indexed.',
      who: 'documents.manage',
      record: 'document.upload',
      status: 202,
      answer: z.object({ id: z.uuid(), status: z.literal('queued') }),
      form: uploadFieldsSchema,
      problems: [...uploadProblems, 'document_already_exists', 'not_found'],
      handle: async ({ actor, request, response }) =>
        receiveUpload(request, response, async (file, form) => {
          const fields = parseInput(uploadFieldsSchema, form);
          return acceptUpload({ ...file, fields, uploadedBy: actor.id }, dependencies);
        }),
    }),
    route({
      method: 'get',
      path: '/api/documents',
      summary: 'List the documents the reader may see, newest first.',
      who: 'signedIn',
      record: 'access',
      query: listDocumentsSchema,
      answer: pageOf(documentDtoSchema),
      handle: async ({ actor, query: { cursor, limit, ...filter } }) => {
        const principals = readerPrincipals(actor);
        const rows = await repositories.documents.list({
          ...filter,
          after: decodeCursor(place, cursor),
          limit: limit + 1,
          readableBy: principals ? { principals, today: koreanDay(new Date()) } : undefined,
        });
        const counts = await repositories.documents.chunkCounts(rows.map((row) => row.id));
        return toPage(rows, limit, {
          place: ({ createdAt, id }) => ({ createdAt, id }),
          item: (row) => toDocumentDto(row, counts.get(row.id) ?? 0, language()),
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/documents/:id',
      summary: 'One document and how far it is.',
      who: 'signedIn',
      record: 'access',
      params,
      answer: documentDtoSchema,
      handle: ({ actor, params: { id } }) => shown(actor, id),
    }),
    route({
      method: 'get',
      path: '/api/documents/:id/content',
      summary: 'The original.',
      who: 'signedIn',
      record: 'document.read-content',
      params,
      file: ['application/pdf', 'text/plain', 'application/octet-stream'],
      problems: ['original_missing', 'file_store_unavailable'],
      handle: async ({ actor, params: { id }, response }) => {
        const document = await readable(actor, id);
        const { sha256, title } = document;
        await audit.record({
          name: 'document.read-content',
          ...{ employeeId: actor.id, input: { documentId: id }, output: { title, sha256 } },
        });
        const content = await objectStore.get(sha256);
        describeContent(response, document);
        await pipeline(content, response).catch((error: unknown) => {
          // The reader went away, or the store did after the first bytes: the connection is the only answer left.
          logger.warn({ err: error, documentId: id }, 'content was cut off');
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/documents/:id/chunks',
      summary: 'The passages of a document in order.',
      who: 'signedIn',
      record: 'access',
      params,
      answer: wholeList(chunkDtoSchema),
      handle: async ({ actor, params: { id } }) => {
        await readable(actor, id);
        const chunks = await repositories.chunks.ofDocument(id);
        return { items: chunks.map(toChunkDto), nextCursor: null };
      },
    }),
    route({
      method: 'patch',
      path: '/api/documents/:id',
      summary: 'Change title, kind, audience, products or validity dates; searches go by it at once.',
      who: 'documents.manage',
      record: 'document.update',
      params,
      body: documentChangesSchema,
      answer: changedDocumentDtoSchema,
      problems: ['document_not_ready'],
      handle: async ({ actor, params: { id }, body }) =>
        changed(actor, id, changeDocument(await readable(actor, id), body, actor.id, dependencies)),
    }),
    route({
      method: 'post',
      path: '/api/documents/:id/approve',
      summary: 'Let a document be cited; where two persons are asked for, not by the one who uploaded it.',
      who: 'documents.manage',
      record: 'document.approve',
      params,
      answer: changedDocumentDtoSchema,
      problems: ['approver_is_uploader', 'document_not_ready'],
      handle: async ({ actor, params: { id } }) =>
        changed(actor, id, approveDocument(await readable(actor, id), actor.id, dependencies)),
    }),
    route({
      method: 'post',
      path: '/api/documents/:id/withdraw',
      summary: 'Take the approval back: it is no longer cited, and the version before it stands again.',
      who: 'documents.manage',
      record: 'document.withdraw',
      params,
      answer: changedDocumentDtoSchema,
      problems: ['document_not_ready'],
      handle: async ({ actor, params: { id } }) =>
        changed(actor, id, withdrawDocument(await readable(actor, id), actor.id, dependencies)),
    }),
    route({
      method: 'post',
      path: '/api/documents/:id/cancel',
      summary: 'End the processing of a document that is queued or being processed.',
      who: 'documents.manage',
      record: 'document.cancel',
      params,
      answer: documentDtoSchema,
      problems: ['document_not_waiting'],
      handle: async ({ actor, params: { id } }) => {
        await readable(actor, id);
        await cancelIngestion(id, actor.id, dependencies);
        return shown(actor, id);
      },
    }),
    route({
      method: 'post',
      path: '/api/documents/reconcile',
      summary: 'Compare documents, index, file store and jobs, mend what differs, and answer what was found.',
      who: 'documents.manage',
      record: 'documents.reconcile',
      answer: reconcileReportSchema,
      problems: ['search_unavailable', 'file_store_unavailable'],
      handle: async ({ actor }) => reconcile(dependencies, actor.id),
    }),
    route({
      method: 'post',
      path: '/api/documents/:id/reindex',
      summary: 'Read, embed and index a document again.',
      who: 'documents.manage',
      record: 'document.reindex',
      status: 202,
      params,
      answer: z.object({ id: z.uuid(), status: z.literal('queued') }),
      problems: ['document_not_ready', 'original_missing'],
      handle: async ({ actor, params: { id } }) => {
        await reindexDocument(id, actor.id, dependencies);
        return { id, status: 'queued' as const };
      },
    }),
    route({
      method: 'delete',
      path: '/api/documents/:id',
      summary: 'Delete a document from index, file store and database.',
      who: 'documents.manage',
      record: 'document.delete',
      params,
      handle: async ({ actor, params: { id } }) => {
        await readable(actor, id);
        await requestRemoval(id, actor.id, dependencies);
        // Done at once where every store answers; where one does not, the job that stands already does it.
        await removeDocument(id, dependencies).catch((error: unknown) => {
          logger.warn({ err: error, documentId: id }, 'document will be removed by its job');
        });
      },
    }),
  ];
}

function language() {
  return requestContext()?.language ?? 'ko';
}

/** The browser may show only what cannot run: everything else is a download. */
const shownInline = new Set(['application/pdf', 'text/plain', 'text/csv', 'text/markdown']);

function describeContent(response: Response, { mediaType, fileName, size }: DocumentRecord): void {
  const type = shownInline.has(mediaType) ? mediaType : 'application/octet-stream';
  const kind = shownInline.has(mediaType) ? 'inline' : 'attachment';
  response.setHeader('Content-Type', type.startsWith('text/') ? 'text/plain; charset=utf-8' : type);
  response.setHeader('Content-Length', size);
  response.setHeader('Content-Disposition', disposition(kind, fileName));
  response.setHeader(
    'Content-Security-Policy',
    "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
}
