import { setTimeout as pause } from 'node:timers/promises';
import { Gauge, type Registry } from 'prom-client';
import type { AuditSealRepository } from '../../repositories/auditSeals';
import type { SystemFactRepository } from '../../repositories/systemFacts';
import type { JobQueue } from '../../storage/jobs/jobQueue';

interface Installation {
  jobs: Pick<JobQueue, 'backlog'>;
  systemFacts: Pick<SystemFactRepository, 'documentsByStatus'>;
  auditSeals: Pick<AuditSealRepository, 'backlog'>;
}

/** Milliseconds figures of the database are shown again, so that many who scrape do not ask it more often. */
const keptMs = 5_000;

/** Milliseconds a scrape waits for the database: Prometheus gives up on all figures after ten seconds. */
const answerWithinMs = 2_000;

/**
 * What the database says of the installation as a whole. Every process says the same, so these are never added up over processes:
 * their names begin with `narutalk_installation_`, and they are read by `max`.
 * @returns a look at them, for before each scrape.
 */
export function showInstallation(registry: Registry, installation: Installation): () => Promise<void> {
  const registers = [registry];
  const readable = new Gauge({
    name: 'narutalk_installation_readable',
    help: '1: the figures of the installation could be read. 0: they could not, and are not shown.',
    registers,
  });
  const jobs = new Gauge({
    name: 'narutalk_installation_jobs',
    help: 'Jobs that are not done, by queue and state (waiting, running, retrying).',
    labelNames: ['queue', 'state'],
    registers,
  });
  const oldestJob = new Gauge({
    name: 'narutalk_installation_oldest_job_age_seconds',
    help: 'How long ago the oldest job that waits was added, by queue; none: none waits.',
    labelNames: ['queue'],
    registers,
  });
  const documents = new Gauge({
    name: 'narutalk_installation_documents',
    help: 'Documents by status.',
    labelNames: ['status'],
    registers,
  });
  const unsealed = new Gauge({
    name: 'narutalk_installation_audit_unsealed_rows',
    help: 'Rows of the audit that no seal covers yet; no more than 10,000 of each table are counted.',
    registers,
  });
  const sealingLag = new Gauge({
    name: 'narutalk_installation_audit_sealing_lag_seconds',
    help: 'How long ago the oldest row of the audit that no seal covers was written; 0: all are sealed.',
    registers,
  });

  const clearLabelled = () => [jobs, oldestJob, documents].forEach((gauge) => gauge.reset());

  const look = async (): Promise<void> => {
    const [queues, byStatus, seals] = await Promise.all([
      installation.jobs.backlog(),
      installation.systemFacts.documentsByStatus(),
      installation.auditSeals.backlog(),
    ]);
    clearLabelled();
    for (const { queue, waiting, running, retrying, oldestAt } of queues) {
      for (const [state, count] of Object.entries({ waiting, running, retrying }))
        jobs.set({ queue, state }, count);
      if (oldestAt) oldestJob.set({ queue }, secondsSince(oldestAt));
    }
    for (const { status, count } of byStatus) documents.set({ status }, count);
    unsealed.set(seals.rows);
    sealingLag.set(seals.oldestAt ? secondsSince(seals.oldestAt) : 0);
    readable.set(1);
  };

  /** Before there are tables, and while the database is away: that it cannot be read is a figure too. */
  const cannotRead = () => {
    clearLabelled();
    // Not `reset`, which would say 0.
    for (const gauge of [unsealed, sealingLag]) gauge.remove();
    readable.set(0);
  };

  let looking: Promise<void> | null = null;
  let lookedAt = -Infinity;
  return async () => {
    if (performance.now() - lookedAt < keptMs) return;
    looking ??= look()
      .then(() => void (lookedAt = performance.now()), cannotRead)
      .finally(() => (looking = null));
    const inTime = await Promise.race([looking, pause(answerWithinMs, 'too late', { ref: false })]);
    if (inTime === 'too late') cannotRead();
  };
}

function secondsSince(moment: Date): number {
  return Math.max(0, (Date.now() - moment.getTime()) / 1_000);
}
