import { createAuditLog } from '../audit/auditLog';
import { createAuditView } from '../audit/auditView';
import { createCallLog } from '../audit/calls/callLog';
import { createAuditChain } from '../audit/chain/auditChain';
import { createAuditKeys } from '../audit/chain/auditKeys';
import { createRowProofs } from '../audit/chain/rowProofs';
import { createPseudonyms } from '../audit/pseudonyms';
import type { Env } from '../env';
import type { Logger } from '../logging/logger';
import { createPrivacy } from '../privacy/privacy';
import { createRepositories } from '../repositories/repositories';
import { createHeadStores } from '../storage/auditHeads/createHeadStores';
import type { Database } from '../storage/database/database';

/**
 * The repositories, whose rows are proven as they are written, and what records, chains and shows them.
 * @param secret makes the proofs and pseudonyms where no `AUDIT_KEY` is set.
 */
export function createAudit(
  env: Env,
  {
    database,
    processId,
    secret,
    logger,
  }: { database: Database; processId: string; secret: string; logger: Logger },
) {
  const keys = createAuditKeys(env.auditKey ?? secret, env.formerAuditKeys);
  const proofs = createRowProofs(keys.proofKey, keys.formerProofKeys);
  const repositories = createRepositories(database.sequelize, {
    proofs,
    announceAs: database.engine === 'postgres' ? processId : undefined,
  });
  const privacy = createPrivacy(env.personalData);
  return {
    repositories,
    privacy,
    audit: createAuditLog(repositories.traceLogs, privacy.maskEvent),
    calls: createCallLog(repositories.traceLogs, privacy.mask, logger),
    auditView: createAuditView({
      anonymised: env.auditAnonymised,
      people: repositories.people,
      pseudonyms: createPseudonyms(env.auditKey ?? secret),
    }),
    auditChain: createAuditChain({
      ...{ database, repositories, proofs, logger, keys },
      headStores: createHeadStores(env),
      daysKept: env.daysKept,
    }),
  };
}
