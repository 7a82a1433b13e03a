import path from 'node:path';
import type { Env } from '../../env';
import type { AuditHeadStore } from './auditHeadStore';
import { createFolderHeads } from './folderHeads';
import { createS3Heads } from './s3Heads';

/** Where the heads of the audit are kept: in the file store, and in the folder of the settings where there is one. */
export function createHeadStores({
  minio,
  dataDir,
  auditHeadsDir,
}: Pick<Env, 'minio' | 'dataDir' | 'auditHeadsDir'>): AuditHeadStore[] {
  const inFileStore = minio ? createS3Heads(minio) : createFolderHeads(path.join(dataDir, 'audit-heads'));
  return auditHeadsDir ? [inFileStore, createFolderHeads(auditHeadsDir)] : [inFileStore];
}
