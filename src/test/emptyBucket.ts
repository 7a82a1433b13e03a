import { Client } from 'minio';
import type { Env } from '../env';

/** Removes a test's bucket with all that is in it. */
export async function emptyBucket({
  endpoint,
  accessKey,
  secretKey,
  bucket,
}: NonNullable<Env['minio']>): Promise<void> {
  const { hostname, port, protocol } = new URL(endpoint);
  const client = new Client({
    endPoint: hostname,
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    useSSL: protocol === 'https:',
    accessKey,
    secretKey,
  });
  if (!(await client.bucketExists(bucket))) return;
  for await (const { name } of client.listObjectsV2(bucket, '', true))
    await client.removeObject(bucket, name as string);
  await client.removeBucket(bucket);
}
