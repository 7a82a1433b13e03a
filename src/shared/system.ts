import type { SearchIndexDto } from './searchIndex';

/** State of one part of the program, as `/readyz` and the status page show it. */
export interface PartStatus {
  name: 'database' | 'searchIndex' | 'objectStore' | 'embeddings' | 'chatModel' | 'migrations' | 'jobs';
  /** Which engine serves it: `pglite`, `postgres`, `minisearch`, `opensearch`, `folder`, `s3`, ... */
  engine: string;
  ok: boolean;
  detail?: string;
}

export interface Readiness {
  status: 'ready' | 'migrations pending' | 'not ready';
  parts: PartStatus[];
}

/** `GET /admin/migrations`. */
export interface MigrationsDto {
  applied: string[];
  pending: string[];
  /** Those applied, with their times; null: not noted. */
  history: { name: string; appliedAt: string | null }[];
  /** Those applied whose file is not what it was: nothing can be migrated until it is. */
  changed: string[];
}

/** `POST /admin/migrate`. */
export interface MigrationRunDto {
  applied: string[];
  /** Of a dry run. */
  pending?: string[];
}

/** Background work of one kind. */
export interface QueueStatus {
  queue: string;
  waiting: number;
  running: number;
  /** Failed, and waiting for another try. */
  retrying: number;
  /** When the oldest that waits was asked for; null: none waits. */
  oldestAt: string | null;
}

/** `GET /api/system/status`: what an admin wants to know of the installation, as the process that answers sees it. */
export interface SystemStatus {
  readiness: Readiness;
  pendingMigrations: string[];
  version: string;
  startedAt: string;
  node: string;
  /** Resident memory of this process, in bytes. */
  memoryBytes: number;
  /** Clients connected to this process. */
  sockets: number;
  /** Questions under way or waiting, on all processes. */
  questions: number;
  /** Who answers where no chat model does: the planner. */
  chatModel: { name: string; isPlanner: boolean; lastQuarter: { calls: number; failed: number } };
  /** Null: keyword search only. */
  embeddings: string | null;
  /** Null: it could not be asked. */
  searchIndex: SearchIndexDto | null;
  queues: QueueStatus[];
  /** Documents whose file could not be read. */
  failedDocuments: number;
  databaseBytes: number;
  /** Of the disk the data folder is on. */
  disk: { freeBytes: number; totalBytes: number };
}

/** What the client needs to know before anybody signs in. */
export interface PublicStatus {
  /** True while the database lacks what this release needs: nearly every call is refused. */
  needsMigration: boolean;
  /** True until the first admin exists. */
  needsSetUp: boolean;
  demo: boolean;
  /** Where people can sign in with the company's own accounts; `name`: what those are called. */
  companySignIn: { name: string | null } | null;
  retrieval: 'keyword' | 'hybrid';
  chatModel: string;
}
