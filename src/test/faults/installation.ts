import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '../database';
import { startProgram, type StartedProgram } from '../e2e/startedProgram';
import { emptyBucket } from '../emptyBucket';
import { freePort } from '../freePort';
import { createAdmin, createPerson, type TestPerson } from '../people';
import { startScriptedModel, type ScriptedModel } from '../scriptedModel/scriptedModel';
import { dropIndexes } from '../server';
import { serviceEnv } from '../services';
import { serviceSettings } from './startedWorker';

/** The built program as one installation of so many server processes as the engines allow, on stores of its own. */
export interface Installation {
  model: ScriptedModel;
  /** Two on PostgreSQL, one where the database is embedded. */
  nodes: StartedProgram[];
  /** Access token of the first admin. */
  admin: string;
  rep: TestPerson;
  /** Reads the traces. */
  analyst: TestPerson;
  /** Starts a process in the place of one that has ended. */
  restart(place: number): Promise<StartedProgram>;
  close(): Promise<void>;
}

/**
 * @param changes settings of every process; a proxy before a server stands here.
 * @param ownSettings what one process has besides.
 */
export async function startInstallation(
  changes: (settings: Record<string, string>) => Promise<Record<string, string>> = async () => ({}),
  ownSettings: (place: number) => Record<string, string> = () => ({}),
): Promise<Installation> {
  const model = await startScriptedModel();
  const services = serviceEnv();
  const name = `narutalk-test-${randomBytes(6).toString('hex')}`;
  const openSearch = services.openSearch && { ...services.openSearch, indexPrefix: name };
  const minio = services.minio && { ...services.minio, bucket: name };
  const database = await createTestDatabase();
  const { dataDir } = database.settings;
  const settings: Record<string, string> = {
    DEMO: '0',
    LOG_LEVEL: 'fatal',
    SHUTDOWN_GRACE_SECONDS: '0',
    OPENAI_API_KEY: 'scripted',
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'scripted-model',
    ...serviceSettings({ database: database.settings.database, openSearch, minio }),
    ...(database.settings.database ? { PROCESS_ROLE: 'server' } : {}),
  };
  Object.assign(settings, await changes(settings));
  const start = (place: number) => startProgram(dataDir, { ...settings, ...ownSettings(place) });

  const nodes = [await start(0)];
  if (database.settings.database) nodes.push(await start(1));
  const admin = await createAdmin(nodes[0]!);
  return {
    model,
    nodes,
    admin,
    rep: await createPerson(nodes[0]!, admin, { role: 'rep' }),
    analyst: await createPerson(nodes[0]!, admin, { role: 'analyst' }),
    restart: async (place) => (nodes[place] = await start(place)),
    async close() {
      for (const node of nodes) await node.stop();
      await model.close();
      if (minio) await emptyBucket(minio);
      if (openSearch) await dropIndexes(openSearch);
      await database.remove();
    },
  };
}

/** The same, with an inspector on the first process, by which what is in use on its heap can be asked for. */
export async function startInspectedInstallation(
  changes?: (settings: Record<string, string>) => Promise<Record<string, string>>,
): Promise<{ installation: Installation; inspector: number }> {
  const inspector = await freePort();
  const installation = await startInstallation(changes, (place) => ({
    NODE_OPTIONS: place === 0 ? `--inspect=127.0.0.1:${inspector}` : '',
  }));
  return { installation, inspector };
}
