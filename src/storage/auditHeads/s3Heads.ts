import { text } from 'node:stream/consumers';
import type { BucketItem } from 'minio';
import type { Env } from '../../env';
import { createS3Client } from '../objectStore/s3Client';
import { asFileStoreUnavailable } from '../objectStore/storeErrors';
import type { AuditHeadStore } from './auditHeadStore';

const prefix = 'audit-heads/';

/** Heads as objects beside the originals, whose keys are hashes. */
export function createS3Heads({ bucket, ...access }: NonNullable<Env['minio']>): AuditHeadStore {
  const client = createS3Client(access);
  return {
    async put(name, content) {
      await asFileStoreUnavailable(() => client.putObject(bucket, prefix + name, content));
    },
    read: () =>
      asFileStoreUnavailable(async () => {
        const heads: { name: string; text: string }[] = [];
        const objects = client.listObjectsV2(bucket, prefix, true) as AsyncIterable<BucketItem>;
        for await (const { name } of objects) {
          if (!name) continue;
          heads.push({
            name: name.slice(prefix.length),
            text: await text(await client.getObject(bucket, name)),
          });
        }
        return heads;
      }),
  };
}
