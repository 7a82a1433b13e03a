import PgBoss from 'pg-boss';
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Logger } from '../../logging/logger';

/** Queues and what their jobs carry. Each stands in a migration, since making one makes a table. */
export interface JobData {
  'documents.ingest': { documentId: string };
  'documents.remove': { documentId: string };
  'performance.refresh': Record<string, never>;
}
export type JobName = keyof JobData;

export type JobHandler<Name extends JobName> = (data: JobData[Name], signal: AbortSignal) => Promise<void>;

/** How often a worker looks for a job; pg-boss allows no less. */
const pollingSeconds = 0.5;

/** How long running jobs may take to end at shutdown; what does not is taken up again after its lease. */
const shutdownGraceMs = 20_000;

/** Background work kept in the database, so that a job belongs to the transaction that asks for it. */
export interface JobQueue {
  /**
   * Begins; its tables must be there. Where this is the only process there can be, jobs still marked as active are those
   * of one that ended without a word, and are taken up at once instead of after their lease.
   */
  start(options: { onlyProcess: boolean }): Promise<void>;
  /** Adds a job as part of the caller's transaction. */
  add<Name extends JobName>(name: Name, data: JobData[Name], transaction: Transaction): Promise<void>;
  /** Starts to work on jobs of a queue, one at a time. */
  work<Name extends JobName>(name: Name, handler: JobHandler<Name>): Promise<void>;
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

/** The queue of this database: pg-boss 10 over Sequelize. */
export function createJobQueue(sequelize: Sequelize, logger: Logger): JobQueue {
  const boss = new PgBoss({
    schema: 'pgboss',
    migrate: false, // its tables come by our migrations
    db: executor(sequelize),
  });
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'));
  const stopping = new AbortController();
  let started = false;

  return {
    async start({ onlyProcess }) {
      if (onlyProcess) {
        await sequelize.query(
          `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`,
        );
      }
      await boss.start();
      started = true;
    },
    async add(name, data, transaction) {
      const id = await boss.send(name, data, { db: executor(sequelize, transaction) });
      if (id === null && name !== 'performance.refresh') throw new Error(`job ${name} was not accepted`);
    },
    async work(name, handler) {
      await boss.work<JobData[typeof name]>(
        name,
        { batchSize: 1, pollingIntervalSeconds: pollingSeconds },
        async ([job]) => {
          try {
            await handler(job!.data, stopping.signal);
          } catch (error) {
            logger.warn({ err: error, job: name, data: job!.data }, 'job failed, will be tried again');
            throw error;
          }
        },
      );
    },
    async stop() {
      stopping.abort();
      if (!started) return;
      await boss.stop({ graceful: true, wait: true, close: false, timeout: shutdownGraceMs });
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
