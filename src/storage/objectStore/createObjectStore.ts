import path from 'node:path';
import type { Env } from '../../env';
import { createFolderStore } from './folderStore';
import type { ObjectStore } from './objectStore';
import { createS3Store } from './s3Store';

/** MinIO or any S3-compatible store where it is configured, else the folder `objects` in the data folder. */
export function createObjectStore(env: Pick<Env, 'minio' | 'dataDir'>): ObjectStore {
  return env.minio ? createS3Store(env.minio) : createFolderStore(path.join(env.dataDir, 'objects'));
}
