import { cp, mkdtemp, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isOnServices } from './ownServices';
import { newDataDir, startProgram } from './startedProgram';

/** Where this run keeps it (`samplesOfRun.ts`). */
const folder = process.env.NARUTALK_E2E_SAMPLES!;

/**
 * A data folder in which the program finds the sample company, as at its second start: loading it takes half a minute, which a run
 * spends once and not in every file. On real servers it is empty: there the samples are loaded into each database.
 */
export async function newSampleDataDir(): Promise<string> {
  const dataDir = await newDataDir();
  if (!isOnServices()) await cp(await sampleDataDir(), dataDir, { recursive: true });
  return dataDir;
}

async function sampleDataDir(): Promise<string> {
  const made = path.join(folder, 'made');
  if (existsSync(made)) return made;
  const making = await mkdtemp(path.join(folder, 'making-'));
  const program = await startProgram(making);
  await program.stop();
  await rename(making, made);
  return made;
}
