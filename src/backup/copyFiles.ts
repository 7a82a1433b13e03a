import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from '../env';
import { createHeadStores } from '../storage/auditHeads/createHeadStores';
import { createFolderHeads } from '../storage/auditHeads/folderHeads';
import { createFolderStore } from '../storage/objectStore/folderStore';
import type { ObjectStore } from '../storage/objectStore/objectStore';
import { partsOf } from './manifest';

/** What kind a file is stands in the database, beside its key. */
const mediaType = 'application/octet-stream';

/** @returns how many there were. */
export async function copyObjects(from: ObjectStore, to: ObjectStore): Promise<number> {
  const { signal } = new AbortController();
  await to.prepare();
  let copied = 0;
  for await (const { key } of from.list()) {
    await to.putStream(key, (await from.get(key)) as AsyncIterable<Buffer>, { mediaType, signal });
    copied += 1;
  }
  return copied;
}

/** Originals and files of exports, into the folder of a backup. @returns how many there were. */
export async function backUpObjects(store: ObjectStore, folder: string): Promise<number> {
  const { objects } = partsOf(folder);
  const copied = await copyObjects(store, createFolderStore(objects));
  await rm(path.join(objects, 'unfinished'), { recursive: true });
  return copied;
}

/** The heads of the audit's chain as the file store has them. @returns how many there were. */
export async function backUpHeads(env: Env, folder: string): Promise<number> {
  const target = createFolderHeads(partsOf(folder).auditHeads);
  const heads = await createHeadStores({ ...env, auditHeadsDir: undefined })[0]!.read();
  for (const { name, text } of heads) await target.put(name, text);
  return heads.length;
}

/** Into the file store only: those in a folder of the settings are of somebody else's keeping, and may know more. */
export async function restoreHeads(env: Env, folder: string): Promise<void> {
  const target = createHeadStores({ ...env, auditHeadsDir: undefined })[0]!;
  for (const { name, text } of await createFolderHeads(partsOf(folder).auditHeads).read())
    await target.put(name, text);
}
