import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { allRoutes } from '../app';
import { readEnv } from '../env';
import { createLogger } from '../logging/logger';
import { createServices } from '../services';
import { chatEvents } from '../sockets/chatHandlers';
import { readRightTexts } from './readRightTexts';
import { renderRights } from './renderRights';

/** `npm run rights`: writes `docs/rights.md` from the routes of a program on an empty embedded database. */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'narutalk-rights-'));
  const env = readEnv({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const authSecret = 'x'.repeat(32); // nobody signs in
  const services = await createServices(env, { logger: createLogger(env.logLevel), authSecret });
  const page = renderRights(allRoutes(services), chatEvents(services.chat), await readRightTexts());
  await writeFile(path.join(__dirname, '..', '..', 'docs', 'rights.md'), page);
  await services.close();
  await rm(dataDir, { recursive: true });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
