import type { PartStatus, Readiness } from '../../shared/system';
import type { Migrator } from '../../storage/database/migrator';

/** One part and how to ask whether it serves. */
export interface Part {
  name: PartStatus['name'];
  engine: string;
  ping(): Promise<unknown>;
}

/** Milliseconds a part has to answer: an operator's probe is answered within 2 s, also by a busy process. */
const pingTimeoutMs = 1_500;

/**
 * Asks every part whether it can serve. Why one cannot is in the log, not in the answer.
 * @param isStopping whether the process has been told to end: whoever spreads calls should send it no more.
 */
export async function checkReadiness(
  parts: Part[],
  migrator: Pick<Migrator, 'check' | 'isMigrating' | 'isMigratingHere'>,
  isStopping: () => boolean,
): Promise<Readiness> {
  // The embedded database answers nobody else while it is migrated, which is not to be taken for its end; and that may begin at
  // any time meanwhile.
  const without = <T extends { name: string }>(those: T[]) =>
    migrator.isMigratingHere() ? those.filter(({ name }) => name !== 'database') : those;
  const statuses = without(await Promise.all(without(parts).map(checkPart)));
  if (statuses.some((part) => !part.ok)) return { status: 'not ready', parts: statuses };
  if (isStopping()) return { status: 'stopping', parts: statuses };
  if (migrator.isMigratingHere()) return { status: 'migrating', parts: statuses };
  if (await migrator.check()) return { status: 'ready', parts: statuses };
  const pending = (await migrator.isMigrating()) ? 'migrating' : 'migrations pending';
  return { status: pending, parts: statuses };
}

async function checkPart({ name, engine, ping }: Part): Promise<PartStatus> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), pingTimeoutMs);
  });
  try {
    await Promise.race([ping(), tooLate]);
    return { name, engine, ok: true };
  } catch {
    return { name, engine, ok: false, detail: 'not available' };
  } finally {
    clearTimeout(timer);
  }
}
