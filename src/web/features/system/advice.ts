import type { PartStatus, Readiness, SystemStatus } from '../../../shared/system';

/** What an admin should know or do, as a text of `system:advice`. */
export interface Advice {
  level: 'wrong' | 'warning' | 'note';
  text:
    | `part.${PartStatus['name']}`
    | 'migrations'
    | 'changedIndex'
    | 'modelFails'
    | 'stuckQueue'
    | 'retrying'
    | 'failedDocuments'
    | 'disk'
    | 'planner'
    | 'keyword';
  values?: Record<string, string | number>;
  /** Page where it is done. */
  to?: string;
}

/** Share of failed model calls from which the endpoint is in trouble, of so many calls at least. */
const troubledShare = 0.5;
const callsToJudge = 3;
/** Milliseconds a job waits at most while somebody works. */
const longWaitMs = 5 * 60_000;
/** Share of the disk that should stay free. */
const leastFree = 0.1;

/** Reads the state of the installation as somebody who knows it would; what is broken comes first. */
export function adviceOf(
  readiness: Readiness | undefined,
  status: SystemStatus | undefined,
  now: number,
): Advice[] {
  return [...brokenParts(readiness), ...(status ? adviceOfStatus(status, now) : [])];
}

function brokenParts(readiness: Readiness | undefined): Advice[] {
  const broken = (readiness?.parts ?? []).filter(({ ok }) => !ok);
  return [
    ...broken.map(({ name }): Advice => ({ level: 'wrong', text: `part.${name}` })),
    ...(readiness?.status === 'migrations pending'
      ? [{ level: 'wrong', text: 'migrations', to: '/system/migrations' } satisfies Advice]
      : []),
  ];
}

function adviceOfStatus(status: SystemStatus, now: number): Advice[] {
  const { chatModel, queues, failedDocuments, disk, searchIndex, embeddings } = status;
  const { calls, failed } = chatModel.lastQuarter;
  const advice: (Advice | false)[] = [
    calls >= callsToJudge &&
      failed >= calls * troubledShare && { level: 'wrong', text: 'modelFails', values: { calls, failed } },
    queues.some((queue) => isStuck(queue, now)) && { level: 'wrong', text: 'stuckQueue' },
    queues.some(({ retrying }) => retrying > 0) && { level: 'warning', text: 'retrying' },
    disk.freeBytes < disk.totalBytes * leastFree && { level: 'warning', text: 'disk' },
    failedDocuments > 0 && {
      level: 'warning',
      text: 'failedDocuments',
      values: { documents: failedDocuments },
      to: '/documents',
    },
    searchIndex?.rebuilding != null && {
      level: 'note',
      text: 'changedIndex',
      values: { progress: searchIndex.rebuilding.progress },
    },
    chatModel.isPlanner && { level: 'note', text: 'planner' },
    embeddings === null && { level: 'note', text: 'keyword' },
  ];
  return advice.filter((each) => each !== false);
}

function isStuck({ waiting, running, oldestAt }: SystemStatus['queues'][number], now: number): boolean {
  return waiting > 0 && running === 0 && oldestAt !== null && now - Date.parse(oldestAt) > longWaitMs;
}
