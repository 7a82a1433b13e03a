import type { AuditVerificationDto } from '../../shared/auditChain';
import type { Logger } from '../../logging/logger';
import type { AuditSealRepository } from '../../repositories/auditSeals';
import type { RowProofs } from '../../repositories/rowProofs';
import type { AuditHeadStore } from '../../storage/auditHeads/auditHeadStore';
import type { Database } from '../../storage/database/database';
import type { AuditKeys } from './auditKeys';
import { createKeptHeads } from './heads';
import { keepSealing } from './keepSealing';
import { verifyChain } from './verifyChain';

/** The chain over what the audit wrote: made in the background, checked on demand. */
export interface AuditChain {
  /** Begins to seal. @returns a function that stops. */
  keepSealing(): () => Promise<void>;
  verify(): Promise<AuditVerificationDto>;
}

export function createAuditChain(parts: {
  database: Database;
  seals: AuditSealRepository;
  proofs: RowProofs;
  keys: AuditKeys;
  headStores: AuditHeadStore[];
  logger: Logger;
}): AuditChain {
  const dependencies = { ...parts, heads: createKeptHeads(parts.headStores, parts.keys) };
  return {
    keepSealing: () => keepSealing(dependencies),
    verify: () => verifyChain(dependencies),
  };
}
