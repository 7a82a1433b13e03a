import type { AuditLog } from '../audit/auditLog';
import type { EmbeddingModel } from '../llm/embeddings';
import type { Logger } from '../logging/logger';
import type { Repositories } from '../repositories/repositories';
import type { DocumentUpdate } from '../shared/documents';
import type { Database } from '../storage/database/database';
import type { Notifications } from '../storage/database/notifications';
import type { JobQueue } from '../storage/jobs/jobQueue';
import type { ObjectStore } from '../storage/objectStore/objectStore';
import type { SearchIndex } from '../storage/searchIndex/searchIndex';
import type { SpareChild } from './spareChild';

/** What a document's way needs: the stores, the models and who is told. */
export interface IngestionDependencies {
  database: Database;
  repositories: Repositories;
  jobs: JobQueue;
  objectStore: ObjectStore;
  searchIndex: SearchIndex;
  embeddings: EmbeddingModel | null;
  documentUpdates: Notifications<DocumentUpdate>;
  audit: AuditLog;
  logger: Logger;
  spareParser: SpareChild;
  /** `second-person`: what is uploaded is cited only once somebody else has approved it. */
  approval: 'auto' | 'second-person';
}
