import type { AuditLog } from '../audit/auditLog';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { may } from '../policies/permissions';
import { mayReadNow } from '../policies/readableDocument';
import type { LinkTarget, StoredDocumentLink } from '../repositories/documentLinks';
import type { Repositories } from '../repositories/repositories';
import { koreanDay } from '../shared/koreanTime';
import type { DocumentLinkDto } from '../shared/relations';
import type { Database, ReaderQuery } from '../storage/database/database';
import { visibleCustomer, type VisibleCustomer } from './visibleCustomer';
import { visibleInteractions, visibleSales, type VisibleTarget } from './visibleTargets';

/** Milliseconds these reads may take: each is by key. */
const readTimeoutMs = 5_000;

/** Which contact, sale or, with neither, customer a document belongs to. */
export interface LinkPlace {
  interactionId?: number;
  salesRecordId?: number;
}

interface Parts {
  database: Database;
  repositories: Repositories;
  audit: AuditLog;
}

/**
 * Documents that belong to a customer: used in a contact, about a sale, or kept for the customer itself. Reps link to their
 * own contacts and sales and to the customers they look after, managers for their team, admins everywhere. What a reader
 * may not see (customer, contact, sale, document) is not there for that reader.
 */
export function createDocumentLinks({ database, repositories, audit }: Parts) {
  const read = <T>(actor: Actor, work: (query: ReaderQuery) => Promise<T>) =>
    database.readAs(actor.id, work, { timeoutMs: readTimeoutMs });

  const readableDocument = async (actor: Actor, documentId: string): Promise<void> => {
    const document = await repositories.documents.findById(documentId);
    if (!document || !mayReadNow(actor, document, koreanDay(new Date()))) throw new AppError('not_found');
  };

  const change = async (
    actor: Actor,
    asked: { code: string; documentId: string } & LinkPlace,
    write: (target: LinkTarget) => Promise<void>,
  ): Promise<void> => {
    const target = await read(actor, (query) => changeableTarget(actor, asked, query));
    await readableDocument(actor, asked.documentId);
    await write(target);
  };

  return {
    /** @throws AppError `not_found` for a customer the reader may not see. */
    async ofCustomer(actor: Actor, code: string): Promise<DocumentLinkDto[]> {
      const customer = await read(actor, (query) => existing(visibleCustomer(query, code)));
      const today = koreanDay(new Date());
      const links = (await repositories.documentLinks.ofCustomer(customer.id)).filter((link) =>
        mayReadNow(actor, link, today),
      );
      const interactionIds = links.flatMap(({ interactionId }) => interactionId ?? []);
      const saleIds = links.flatMap(({ salesRecordId }) => salesRecordId ?? []);
      const [interactions, sales] = await read(actor, async (query) => [
        await visibleInteractions(query, customer.id, interactionIds),
        await visibleSales(query, customer.id, saleIds),
      ]);
      return links.flatMap((link) => toDto(link, { actor, customer, interactions, sales }) ?? []);
    },

    /** @throws AppError `not_found`, `forbidden`; sequelize's UniqueConstraintError when it is linked already. */
    async link(actor: Actor, asked: { code: string; documentId: string } & LinkPlace): Promise<void> {
      await change(actor, asked, (target) =>
        database.sequelize.transaction(async (transaction) => {
          await repositories.documentLinks.add(asked.documentId, target, actor.id, transaction);
          await audit.record({ name: 'document.link', employeeId: actor.id, input: asked }, transaction);
        }),
      );
    },

    /** @throws AppError `not_found`, `forbidden` */
    async unlink(actor: Actor, asked: { code: string; documentId: string } & LinkPlace): Promise<void> {
      await change(actor, asked, (target) =>
        database.sequelize.transaction(async (transaction) => {
          const was = await repositories.documentLinks.remove(asked.documentId, target, transaction);
          if (!was) throw new AppError('not_found');
          await audit.record({ name: 'document.unlink', employeeId: actor.id, input: asked }, transaction);
        }),
      );
    },
  };
}

export type DocumentLinks = ReturnType<typeof createDocumentLinks>;

async function changeableTarget(
  actor: Actor,
  { code, interactionId, salesRecordId }: { code: string } & LinkPlace,
  query: ReaderQuery,
): Promise<LinkTarget> {
  const customer = await existing(visibleCustomer(query, code));
  if (interactionId !== undefined) {
    const [contact] = await visibleInteractions(query, customer.id, [interactionId]);
    demandOwn(actor, contact);
    return { interactionId };
  }
  if (salesRecordId !== undefined) {
    const [sale] = await visibleSales(query, customer.id, [salesRecordId]);
    demandOwn(actor, sale && { isOwn: sale.isOwn || customer.isAssigned });
    return { salesRecordId };
  }
  demandOwn(actor, { isOwn: customer.isAssigned });
  return { customerId: customer.id };
}

function demandOwn(actor: Actor, target: Pick<VisibleTarget, 'isOwn'> | undefined): void {
  if (!target) throw new AppError('not_found');
  if (!mayChange(actor, target.isOwn)) throw new AppError('forbidden');
}

/** Whoever keeps the documents may say everywhere where they belong. */
export function mayChange(actor: Actor, isOwn: boolean): boolean {
  return isOwn || may(actor, 'documents.manage');
}

async function existing(found: Promise<VisibleCustomer | null>): Promise<VisibleCustomer> {
  const customer = await found;
  if (!customer) throw new AppError('not_found');
  return customer;
}

interface Seen {
  actor: Actor;
  customer: VisibleCustomer;
  interactions: VisibleTarget[];
  sales: VisibleTarget[];
}

/** Null for a link to what the reader may not see. */
function toDto(link: StoredDocumentLink, seen: Seen): DocumentLinkDto | null {
  const { documentId, title, docType, interactionId, salesRecordId, linkedBy } = link;
  const isCustomer = interactionId === null && salesRecordId === null;
  const target =
    interactionId === null
      ? seen.sales.find(({ id }) => id === salesRecordId)
      : seen.interactions.find(({ id }) => id === interactionId);
  if (!isCustomer && !target) return null;
  const isOwn = target?.isOwn ?? false;
  return {
    ...{ documentId, title, docType, interactionId, salesRecordId, linkedBy },
    superseded: link.supersededAt !== null,
    linkedTo: isCustomer ? 'customer' : interactionId === null ? 'sale' : 'interaction',
    day: target?.day ?? null,
    employeeName: target?.employeeName ?? null,
    about: target?.about ?? null,
    linkedAt: new Date(link.linkedAt).toISOString(),
    mayUnlink: mayChange(seen.actor, interactionId === null ? isOwn || seen.customer.isAssigned : isOwn),
  };
}
