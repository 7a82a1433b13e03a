import { rm } from 'node:fs/promises';

/** After the last file. */
export default async function removeSamples(): Promise<void> {
  await rm(process.env.NARUTALK_E2E_SAMPLES!, { recursive: true, force: true });
}
