import { type Env, readEnv } from '../env';
import { rewriteIndex } from '../ingestion/indexRebuild';
import { createEmbeddings } from '../llm/createEmbeddings';
import { createLogger } from '../logging/logger';
import { claimDataDir } from '../start/dataDir';
import { errorToSay } from '../start/errorToSay';
import { repositoriesOf } from '../start/repositoriesOf';
import { StartError } from '../start/startError';
import { migrationState } from '../storage/database/migrations';
import { openDatabaseForCommand } from '../storage/database/openDatabase';
import { createSearchIndex } from '../storage/searchIndex/createSearchIndex';

/** `npm run index:rebuild`: writes the whole search index again from the database; on PostgreSQL while the program runs. */
async function main(): Promise<void> {
  const env = readEnv();
  if (!env.openSearch)
    return console.log(
      'The embedded index is made from the database at every start: there is none to rebuild.',
    );
  const letGo = await claimDataDir(env);
  try {
    await rebuild(env);
  } finally {
    await letGo();
  }
}

async function rebuild(env: Env): Promise<void> {
  const searchIndex = createSearchIndex(env);
  const database = await openDatabaseForCommand(env);
  try {
    const { pending } = await migrationState(database.sequelize);
    if (pending.length > 0) throw new StartError('Migrations are pending: run them first (npm run migrate).');
    const { repositories } = await repositoriesOf(env, database);
    await searchIndex.prepare();
    const logger = createLogger(env.logLevel);
    const needed = { repositories, searchIndex, embeddings: createEmbeddings(env), logger };
    await rewriteIndex(needed, new AbortController().signal, tellPercents());
    const counts = await searchIndex.documentCounts();
    const chunks = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `The index holds ${counts.size} documents with ${chunks} passages, as the database has them.`,
    );
  } finally {
    await database.close();
    await searchIndex.close();
  }
}

/** A line for each percent, however many documents there are. */
function tellPercents() {
  let last = '';
  return (what: 'vectors' | 'documents', done: number, of: number) => {
    const line = `${what}: ${Math.floor((100 * Math.min(done, of)) / of)} %`;
    if (line !== last) console.log(line);
    last = line;
  };
}

main().catch((error: unknown) => {
  console.error(errorToSay(error));
  process.exit(1);
});
