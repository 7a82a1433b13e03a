import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import chooseEngines from '../chooseEngines';

/** Before the first file: the engines, and a folder for what all files of a run begin with (`samples.ts`). */
export default async function prepareRun(): Promise<void> {
  chooseEngines();
  process.env.NARUTALK_E2E_SAMPLES = await mkdtemp(path.join(os.tmpdir(), 'narutalk-samples-'));
}
