import type { AuditLog } from '../audit/auditLog';
import type { Logger } from '../logging/logger';
import type { Repositories } from '../repositories/repositories';
import type { ImportUpdate } from '../shared/imports';
import type { Database } from '../storage/database/database';
import type { Notifications } from '../storage/database/notifications';
import type { JobQueue } from '../storage/jobs/jobQueue';
import type { ObjectStore } from '../storage/objectStore/objectStore';

/** What an import's way needs: the stores, and who is told. */
export interface ImportDependencies {
  database: Database;
  repositories: Repositories;
  jobs: JobQueue;
  objectStore: ObjectStore;
  importUpdates: Notifications<ImportUpdate>;
  audit: AuditLog;
  logger: Logger;
  /** Asks for a rebuild of the search index, where names have changed what it has to be made with. */
  reviewIndex(): Promise<void>;
}
