import { Counter, Histogram, type Registry } from 'prom-client';
import type { NoteJob } from '../../storage/jobs/jobQueue';
import { jobBuckets } from './buckets';

/** Jobs this process has worked on. What waits is the installation's: `installationMetrics.ts`. */
export function createJobMetrics(registry: Registry): NoteJob {
  const registers = [registry];
  const jobs = new Counter({
    name: 'narutalk_jobs_total',
    help: 'Jobs that were worked on, by queue and outcome (done, failed: they are tried again).',
    labelNames: ['queue', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'narutalk_job_duration_seconds',
    help: 'How long jobs took, whatever came of them.',
    labelNames: ['queue'],
    buckets: jobBuckets,
    registers,
  });
  return ({ queue, outcome, seconds }) => {
    jobs.inc({ queue, outcome });
    duration.observe({ queue }, seconds);
  };
}
