import { createAuditKeys, type AuditKeys } from '../audit/chain/auditKeys';
import { createRowProofs, type CheckableProofs } from '../audit/chain/rowProofs';
import type { Env } from '../env';
import { createRepositories, type Repositories } from '../repositories/repositories';
import type { Database } from '../storage/database/database';
import { keptAuthSecret } from './dataDir';

/** The repositories for a command that works beside the program: it proves and reads rows with the keys of the installation. */
export async function repositoriesOf(
  env: Env,
  { sequelize }: Pick<Database, 'sequelize'>,
): Promise<{ repositories: Repositories; keys: AuditKeys; proofs: CheckableProofs }> {
  const secret = env.auditKey ?? env.authSecret ?? (await keptAuthSecret(env.dataDir));
  const keys = createAuditKeys(secret, env.formerAuditKeys);
  const proofs = createRowProofs(keys.proofKey, keys.formerProofKeys);
  return { repositories: createRepositories(sequelize, { proofs }), keys, proofs };
}
