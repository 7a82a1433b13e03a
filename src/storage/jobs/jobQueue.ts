import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { describeError } from '../../logging/describeError';
import { withLogContext } from '../../logging/logContext';
import type { Logger } from '../../logging/logger';

/** Queues and what their jobs carry. Each stands in a migration, since making one makes a table. */
export interface JobData {
  'documents.ingest': { documentId: string };
  'documents.remove': { documentId: string };
  /** Brings the versions of a document, and what the index says of them, in line with the rows. */
  'documents.settle': { seriesId: string };
  'documents.reconcile': Record<string, never>;
  /** Makes the search index what the settings, the words and the embedding model ask for. */
  'index.rebuild': Record<string, never>;
  'performance.refresh': Record<string, never>;
  'imports.run': { importId: string };
  'audit.export': { exportId: string };
  /** Deletes what is past its time. */
  'audit.retire': Record<string, never>;
}
export type JobName = keyof JobData;

export type JobHandler<Name extends JobName> = (data: JobData[Name], signal: AbortSignal) => Promise<void>;

/** How often a worker looks for a job that another process has added; those of its own it takes up at once. */
const pollingMs = 500;

/** How long running jobs may take to end at shutdown; what does not is taken up again after its lease. */
const shutdownGraceMs = 20_000;

/**
 * A job that fails is tried again for as long as it takes: what fails is a part that is away, and that may last a night.
 * Which failures are final the work itself knows, and ends without an error.
 */
const endless = 2_147_483_647;

/** Seconds to the next try, and seconds after which an active job counts as left behind by its process. */
const timesOf: Record<JobName, { retryDelay: number; expireInSeconds: number }> = {
  // Documents have a lease of their own: this is the most pg-boss allows.
  'documents.ingest': { retryDelay: 10, expireInSeconds: 23 * 60 * 60 },
  'documents.remove': { retryDelay: 2, expireInSeconds: 30 },
  'documents.settle': { retryDelay: 2, expireInSeconds: 30 },
  'documents.reconcile': { retryDelay: 60, expireInSeconds: 60 * 60 },
  'index.rebuild': { retryDelay: 15, expireInSeconds: 30 * 60 },
  'performance.refresh': { retryDelay: 10, expireInSeconds: 15 * 60 },
  // As documents, imports and exports have a lease of their own.
  'imports.run': { retryDelay: 10, expireInSeconds: 23 * 60 * 60 },
  'audit.export': { retryDelay: 10, expireInSeconds: 23 * 60 * 60 },
  'audit.retire': { retryDelay: 60, expireInSeconds: 60 * 60 },
};

/** How often jobs that were left behind are looked for. */
const maintenanceIntervalSeconds = 10;

/** Jobs of a queue that are not done. */
export interface QueueBacklog {
  queue: string;
  waiting: number;
  running: number;
  /** Failed, and waiting for another try. */
  retrying: number;
  /** When the oldest that waits was added; null: none waits. */
  oldestAt: Date | null;
}

/** Background work kept in the database, so that a job belongs to the transaction that asks for it. */
export interface JobQueue {
  /**
   * Begins; its tables must be there. Where this is the only process there can be, jobs still marked as active are those
   * of one that ended without a word, and are taken up at once instead of after their lease.
   */
  start(options: { onlyProcess: boolean }): Promise<void>;
  /** Adds a job as part of the caller's transaction. */
  add<Name extends JobName>(name: Name, data: JobData[Name], transaction: Transaction): Promise<void>;
  /** Puts the job that is being worked on, or whose worker is gone, back in line; adds one where there is none. */
  again<Name extends JobName>(
    name: Name,
    data: JobData[Name],
    options: { inSeconds: number },
    transaction: Transaction,
  ): Promise<void>;
  /** What the jobs of a queue carry that wait or run. */
  unfinished<Name extends JobName>(name: Name): Promise<JobData[Name][]>;
  /** How much of each queue there is to do, by name; a queue without any is not in it. */
  backlog(): Promise<QueueBacklog[]>;
  /** Starts to work on jobs of a queue, so many `atOnce` (not given: one). */
  work<Name extends JobName>(name: Name, handler: JobHandler<Name>, options?: { atOnce?: number }): void;
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

/** Is told of each job that was worked on. */
export type NoteJob = (job: { queue: JobName; outcome: 'done' | 'failed'; seconds: number }) => void;

/** The queue of this database: pg-boss 10 over Sequelize. */
export function createJobQueue(sequelize: Sequelize, logger: Logger, noteJob: NoteJob): JobQueue {
  const boss = new PgBoss({
    schema: 'pgboss',
    migrate: false, // its tables come by our migrations
    schedule: false, // nothing is sent by the clock
    maintenanceIntervalSeconds,
    db: executor(sequelize),
  });
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'));
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];
  /** Tells those who wait for jobs of this name that there may be one. */
  const added = new EventEmitter();
  let started = false;

  /**
   * pg-boss's own worker neither waits for what it notes of a job nor survives that the note fails, so its jobs are
   * fetched one by one here.
   */
  async function workOn<Name extends JobName>(name: Name, handler: JobHandler<Name>): Promise<void> {
    while (!stopping.signal.aborted) {
      const [job] = await boss.fetch<JobData[Name]>(name); // without an answer of the database: none
      if (job) await withLogContext({ job: name, jobId: job.id }, () => workOnOne(name, job, handler));
      else await untilAdded(name);
    }
  }

  /**
   * Waits until a job is added in this process, for `pollingMs` at most. With a timer of its own: Node 20 may collect an
   * `AbortSignal.timeout` that only an `AbortSignal.any` holds, and the wait would never end.
   */
  async function untilAdded(name: JobName): Promise<void> {
    const waiting = new AbortController();
    const end = () => waiting.abort();
    stopping.signal.addEventListener('abort', end, { once: true });
    const { signal } = waiting;
    await Promise.race([once(added, name, { signal }), pause(pollingMs, undefined, { signal })]).catch(
      () => {},
    );
    stopping.signal.removeEventListener('abort', end);
    end();
  }

  async function workOnOne<Name extends JobName>(
    name: Name,
    job: PgBoss.Job<JobData[Name]>,
    handler: JobHandler<Name>,
  ): Promise<void> {
    const startedAt = performance.now();
    const note = (outcome: 'done' | 'failed') =>
      noteJob({ queue: name, outcome, seconds: (performance.now() - startedAt) / 1_000 });
    try {
      await handler(job.data, stopping.signal);
      await boss.complete(name, job.id);
      note('done');
    } catch (error) {
      note('failed');
      logger.warn({ err: error, job: name, data: job.data }, 'job failed, will be tried again');
      await boss.fail(name, job.id, describeError(error) as object).catch((cause: unknown) => {
        logger.error({ err: cause, job: name }, 'the failure could not be noted: the job comes back later');
      });
    }
  }

  return {
    async start({ onlyProcess }) {
      if (onlyProcess) {
        await sequelize.query(
          `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state IN ('active', 'retry')`,
        );
      }
      await boss.start();
      started = true;
    },
    async add(name, data, transaction) {
      const options = {
        ...timesOf[name],
        retryLimit: endless,
        retryBackoff: false,
        db: executor(sequelize, transaction),
      };
      // A queue of policy `short` takes no second job while one waits: the one that waits does for both.
      await boss.send(name, data, options);
      transaction.afterCommit(() => void added.emit(name));
    },
    async again(name, data, { inSeconds }, transaction) {
      const [, count] = await sequelize.query(
        `UPDATE pgboss.job SET state = 'retry', start_after = now() + $inSeconds * interval '1 second'
         WHERE name = $name AND state = 'active' AND data = $data::jsonb`,
        { bind: { name, data: JSON.stringify(data), inSeconds }, type: QueryTypes.UPDATE, transaction },
      );
      if (count === 0) await this.add(name, data, transaction);
    },
    async unfinished(name) {
      const rows = await sequelize.query<{ data: JobData[typeof name] }>(
        `SELECT data FROM pgboss.job WHERE name = $name AND state <= 'active'`,
        { bind: { name }, type: QueryTypes.SELECT },
      );
      return rows.map((row) => row.data);
    },
    async backlog() {
      return sequelize.query<QueueBacklog>(
        `SELECT name AS queue, count(*) FILTER (WHERE state = 'created')::integer AS waiting,
                count(*) FILTER (WHERE state = 'active')::integer AS running,
                count(*) FILTER (WHERE state = 'retry')::integer AS retrying,
                min(created_on) FILTER (WHERE state < 'active') AS "oldestAt"
         FROM pgboss.job WHERE state <= 'active' GROUP BY name ORDER BY name`,
        { type: QueryTypes.SELECT },
      );
    },
    work(name, handler, { atOnce = 1 } = {}) {
      for (let count = 0; count < atOnce; count += 1) loops.push(workOn(name, handler));
    },
    async stop() {
      stopping.abort();
      if (!started) return;
      await Promise.race([Promise.all(loops), pause(shutdownGraceMs, undefined, { ref: false })]);
      await boss.stop({ graceful: false, close: false });
    },
  };
}

function executor(sequelize: Sequelize, transaction?: Transaction) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      // Without parameters pg-boss may send several statements at once, which `bind` would not allow.
      // What it leaves undefined is NULL, as `pg` has it.
      const options = values && values.length > 0 ? { bind: values.map((value) => value ?? null) } : {};
      const rows = await sequelize.query<Record<string, unknown>>(text, {
        ...options,
        transaction,
        type: QueryTypes.SELECT,
      });
      return { rows };
    },
  };
}
