import type { AuditChain } from '../audit/chain/auditChain';
import type { Logger } from '../logging/logger';
import type { Database } from '../storage/database/database';
import type { JobQueue } from '../storage/jobs/jobQueue';

/** How often each worker asks to have what is past its time retired, beside once at its start. */
const retireMs = 24 * 60 * 60_000;

/** Takes up the job that retires what is past its time. @returns a function that asks for it no more. */
export async function workOnRetention({
  jobs,
  database,
  auditChain,
  logger,
}: {
  jobs: JobQueue;
  database: Pick<Database, 'sequelize'>;
  auditChain: AuditChain;
  logger: Logger;
}): Promise<() => void> {
  jobs.work('audit.retire', async (_data, signal) => {
    await auditChain.retire(new Date(), signal);
  });
  const ask = () =>
    database.sequelize.transaction((transaction) => jobs.add('audit.retire', {}, transaction));
  await ask();
  const timer = setInterval(() => {
    ask().catch((error: unknown) => logger.error({ err: error }, 'asking for the retirement of the audit'));
  }, retireMs);
  return () => clearInterval(timer);
}
