import { createLogger } from '../logging/logger';
import { readEnv } from '../env';
import { createAuditChain } from '../audit/chain/auditChain';
import { claimDataDir } from '../start/dataDir';
import { errorToSay } from '../start/errorToSay';
import { repositoriesOf } from '../start/repositoriesOf';
import { createHeadStores } from '../storage/auditHeads/createHeadStores';
import { openDatabaseForCommand } from '../storage/database/openDatabase';

/** `npm run audit:verify`: compares the audit with its proofs, as `GET /api/audit/verify` does. Ends with 1 when something is wrong. */
async function main(): Promise<number> {
  const env = readEnv();
  const letGo = await claimDataDir(env);
  const database = await openDatabaseForCommand(env);
  try {
    const chain = createAuditChain({
      ...{ database, daysKept: env.daysKept, ...(await repositoriesOf(env, database)) },
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
    console.error(errorToSay(error));
    process.exit(2);
  },
);
