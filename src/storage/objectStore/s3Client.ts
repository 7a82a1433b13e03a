import { Client } from 'minio';
import type { Env } from '../../env';
import { transportWithTimeout } from './transportWithTimeout';

/** A client of the S3-compatible store of the settings, which gives up in time. */
export function createS3Client({
  endpoint,
  accessKey,
  secretKey,
}: Omit<NonNullable<Env['minio']>, 'bucket'>): Client {
  const { protocol, hostname, port } = new URL(endpoint);
  return new Client({
    endPoint: hostname,
    port: port ? Number(port) : undefined,
    useSSL: protocol === 'https:',
    accessKey,
    secretKey,
    transport: transportWithTimeout(protocol),
    // Its retries print to the console and cannot send a file twice; a job that failed is run again anyway.
    retryOptions: { disableRetry: true },
  });
}
