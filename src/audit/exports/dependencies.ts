import type { Logger } from '../../logging/logger';
import type { Repositories } from '../../repositories/repositories';
import type { AuditExportUpdate } from '../../shared/auditExportUpdate';
import type { Database } from '../../storage/database/database';
import type { Notifications } from '../../storage/database/notifications';
import type { JobQueue } from '../../storage/jobs/jobQueue';
import type { ObjectStore } from '../../storage/objectStore/objectStore';
import type { AuditLog } from '../auditLog';

/** What an export's way needs: the stores, and who is told. */
export interface ExportDependencies {
  database: Database;
  repositories: Repositories;
  jobs: JobQueue;
  objectStore: ObjectStore;
  exportUpdates: Notifications<AuditExportUpdate>;
  audit: AuditLog;
  logger: Logger;
  /** Turns as this employee may see people in them. */
  seenBy<T>(employeeId: number, turns: T): Promise<T>;
  /** What of turns this employee does not see and might find by these words all the same. */
  unseenBy(employeeId: number, q: string | undefined): Promise<string[]>;
  /** Days a file is kept. */
  keepDays: number;
}
