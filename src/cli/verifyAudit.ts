import { createLogger } from '../logging/logger';
import { readEnv, SettingsError } from '../env';
import { createAuditChain } from '../audit/chain/auditChain';
import { createAuditKeys } from '../audit/chain/auditKeys';
import { createRowProofs } from '../audit/chain/rowProofs';
import { createRepositories } from '../repositories/repositories';
import { claimDataDir, keptAuthSecret } from '../start/dataDir';
import { StartError } from '../start/startError';
import { createHeadStores } from '../storage/auditHeads/createHeadStores';
import { openDatabaseForCommand } from '../storage/database/openDatabase';

/** `npm run audit:verify`: compares the audit with its proofs, as `GET /api/audit/verify` does. Ends with 1 when something is wrong. */
async function main(): Promise<number> {
  const env = readEnv();
  const letGo = await claimDataDir(env);
  const database = await openDatabaseForCommand(env);
  try {
    const secret = env.auditKey ?? env.authSecret ?? (await keptAuthSecret(env.dataDir));
    const keys = createAuditKeys(secret, env.formerAuditKeys);
    const proofs = createRowProofs(keys.proofKey, keys.formerProofKeys);
    const repositories = createRepositories(database.sequelize, { proofs });
    const chain = createAuditChain({
      ...{ database, repositories, proofs, keys, daysKept: env.daysKept },
      headStores: createHeadStores(env),
      logger: createLogger(env.logLevel),
    });
    const { ok, checked, seals: count, findings } = await chain.verify();
    console.log(`${checked} rows and ${count} seals compared: ${ok ? 'all as written' : 'NOT as written'}.`);
    for (const { table, id, reason } of findings) console.log(`${reason}: ${table} ${id}`);
    return ok ? 0 : 1;
  } finally {
    await database.close();
    await letGo();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof SettingsError || error instanceof StartError ? error.message : error);
    process.exit(2);
  },
);
