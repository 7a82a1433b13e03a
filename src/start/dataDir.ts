import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../env';
import { newSecretToken } from '../accounts/secretToken';
import { StartError } from './startError';

/**
 * Makes the data folder and, where the embedded database is in it, keeps other processes out: two would ruin it.
 * @returns a function that lets go of it.
 * @throws StartError when it cannot be written or is in use.
 */
export async function claimDataDir({
  dataDir,
  database,
}: Pick<Env, 'dataDir' | 'database'>): Promise<() => Promise<void>> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
        'Set DATA_DIR to a folder that can be.',
    );
  }
  if (database) return async () => {};
  const lock = path.join(dataDir, 'process.pid');
  await takeLock(lock, dataDir);
  return () => rm(lock, { force: true });
}

/** Not `mkdir(…, { recursive: true })`, which never comes back where the system allows no folder (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || existsSync(path.dirname(folder))) throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder);
  }
}

async function takeLock(lock: string, dataDir: string): Promise<void> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartError(
        `The data folder ${dataDir} cannot be written. Set DATA_DIR to a folder that can be.`,
      );
    }
    const holder = Number(await readFile(lock, 'utf8'));
    if (isAlive(holder)) {
      throw new StartError(
        `The data folder ${dataDir} is in use by process ${holder}. Stop it, or set DATA_DIR to another folder.`,
      );
    }
    // It ended without letting go.
    await rm(lock, { force: true });
    await takeLock(lock, dataDir);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Characters of the secret; fewer are none, but what is left of a file that could not be written. */
const shortestSecret = 32;

/**
 * The key that signs access tokens, made once and kept in the data folder, where no setting gives one.
 * @throws StartError when the file holds none: whoever knew that it is empty could sign tokens.
 */
export async function keptAuthSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'auth-secret');
  if (!existsSync(file)) await keepIfFirst(file, newSecretToken());
  const secret = await readFile(file, 'utf8');
  if (secret.trim().length >= shortestSecret) return secret;
  throw new StartError(
    `${file} holds no secret. Bring it back from a backup. Where there is none, delete it: everybody signs in anew, second factors ` +
      'have to be set up again, and what the audit has so far can no longer be proven.',
  );
}

/** Writes a file that is never seen half written; of several processes at once the first one's stays. */
async function keepIfFirst(file: string, text: string): Promise<void> {
  const written = `${file}.${randomUUID()}`;
  try {
    await writeFile(written, text, { mode: 0o600, flush: true });
    await link(written, file).catch((error: unknown) => {
      // Not every file system has a second name for a file.
      return (error as NodeJS.ErrnoException).code === 'EEXIST' ? undefined : rename(written, file);
    });
  } finally {
    await rm(written, { force: true });
  }
}
