import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { Audience, DocumentStatus } from '../shared/documents';

/** What a document is linked to: a contact, a sale, or a customer. */
export type LinkTarget = { interactionId: number } | { salesRecordId: number } | { customerId: number };

/** A link with its document, as stored: who may see it is for others to say. */
export interface StoredDocumentLink {
  documentId: string;
  interactionId: number | null;
  salesRecordId: number | null;
  linkedBy: string | null;
  linkedAt: Date;
  title: string;
  docType: string;
  audience: Audience;
  status: DocumentStatus;
  validFrom: string | null;
  validTo: string | null;
  indexedAt: Date | null;
  approvedAt: Date | null;
  supersededAt: Date | null;
}

/** Which documents belong to which contacts, sales and customers. */
export function createDocumentLinkRepository(
  sequelize: Sequelize,
  { DocumentInteraction, DocumentSale }: Models,
) {
  return {
    /** Every link to a customer, to contacts with it and to sales to it; the last made first. */
    async ofCustomer(customerId: number): Promise<StoredDocumentLink[]> {
      return sequelize.query<StoredDocumentLink>(
        `SELECT d.id AS "documentId", link.interaction_id AS "interactionId", link.sales_record_id AS "salesRecordId",
                by.name AS "linkedBy", link.created_at AS "linkedAt", d.title, d.doc_type AS "docType", d.audience,
                d.status, d.valid_from AS "validFrom", d.valid_to AS "validTo", d.indexed_at AS "indexedAt",
                d.approved_at AS "approvedAt", d.superseded_at AS "supersededAt"
         FROM (
           SELECT map.document_id, map.interaction_id, NULL::bigint AS sales_record_id, map.created_by, map.created_at
           FROM document_interaction_map map JOIN interaction_logs i ON i.id = map.interaction_id
           WHERE i.customer_id = $customerId
           UNION ALL
           SELECT map.document_id, NULL, map.sales_record_id, map.created_by, map.created_at
           FROM document_sales_map map JOIN sales_records s ON s.id = map.sales_record_id
           WHERE s.customer_id = $customerId
           UNION ALL
           SELECT document_id, NULL, NULL, created_by, created_at
           FROM document_sales_map WHERE customer_id = $customerId
         ) AS link
         JOIN documents d ON d.id = link.document_id
         LEFT JOIN employees by ON by.id = link.created_by
         ORDER BY link.created_at DESC, link.interaction_id DESC, d.title`,
        { bind: { customerId }, type: QueryTypes.SELECT },
      );
    },
    /** @throws sequelize's UniqueConstraintError when the two are linked already. */
    async add(
      documentId: string,
      target: LinkTarget,
      createdBy: number | null,
      transaction: Transaction,
    ): Promise<void> {
      if ('interactionId' in target) {
        await DocumentInteraction.create({ documentId, ...target, createdBy }, { transaction });
      } else {
        await DocumentSale.create({ documentId, ...target, createdBy }, { transaction });
      }
    },
    /** @returns whether there was such a link. */
    async remove(documentId: string, target: LinkTarget, transaction: Transaction): Promise<boolean> {
      const where = { documentId, ...target };
      const count =
        'interactionId' in target
          ? await DocumentInteraction.destroy({ where, transaction })
          : await DocumentSale.destroy({ where, transaction });
      return count > 0;
    },
  };
}
