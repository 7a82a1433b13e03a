import type { Logger } from '../../logging/logger';
import type { Repositories } from '../../repositories/repositories';
import type { AuditVerificationDto } from '../../shared/auditChain';
import type { AuditHeadStore } from '../../storage/auditHeads/auditHeadStore';
import type { Database } from '../../storage/database/database';
import { createAuditLog } from '../auditLog';
import type { AuditKeys } from './auditKeys';
import { createKeptHeads } from './heads';
import { keepSealing } from './keepSealing';
import { retirePastTime, type DaysKept } from './retirement';
import type { CheckableProofs } from './rowProofs';
import { verifyChain } from './verifyChain';

/** The chain over what the audit wrote: made in the background, checked on demand, cut where the time of its rows is over. */
export interface AuditChain {
  /** Begins to seal. @returns a function that stops. */
  keepSealing(): () => Promise<void>;
  /** Whoever asks while somebody's question is being answered gets the same answer. */
  verify(): Promise<AuditVerificationDto>;
  /** Retires what is past its time at `now`. @returns how many segments that were. */
  retire(now: Date, signal?: AbortSignal): Promise<number>;
}

export function createAuditChain({
  repositories,
  headStores,
  ...parts
}: {
  database: Database;
  repositories: Pick<Repositories, 'auditSeals' | 'auditedTurns' | 'auditRetirement' | 'traceLogs'>;
  proofs: CheckableProofs;
  keys: AuditKeys;
  headStores: AuditHeadStore[];
  daysKept: DaysKept;
  logger: Logger;
}): AuditChain {
  const dependencies = {
    ...parts,
    seals: repositories.auditSeals,
    auditedTurns: repositories.auditedTurns,
    retirement: repositories.auditRetirement,
    audit: createAuditLog(repositories.traceLogs),
    heads: createKeptHeads(headStores, parts.keys),
  };
  let verifying: Promise<AuditVerificationDto> | null = null;
  return {
    keepSealing: () => keepSealing(dependencies),
    verify() {
      verifying ??= verifyChain(dependencies).finally(() => {
        verifying = null;
      });
      return verifying;
    },
    retire: (now, signal) => retirePastTime(now, dependencies, signal),
  };
}
