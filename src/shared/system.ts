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

export interface MigrationsDto {
  applied: string[];
  pending: string[];
}

/** What the client needs to know before anybody signs in. */
export interface PublicStatus {
  /** True until the first admin exists. */
  needsSetUp: boolean;
  demo: boolean;
  retrieval: 'keyword' | 'hybrid';
  chatModel: string;
}
