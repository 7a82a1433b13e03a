import { createReadStream } from 'node:fs';
import type { BucketItem } from 'minio';
import type { Env } from '../../env';
import { AppError } from '../../errors';
import { inParts } from './inParts';
import { assertKey, isKey } from './keys';
import type { ObjectStore } from './objectStore';
import { createS3Client } from './s3Client';
import { SourceOf } from './sourceOf';
import { asFileStoreUnavailable, errorCode } from './storeErrors';

/** `NotFound` is the client's name for a HEAD request answered by 404, which has no body to name the reason. */
const missingObject = ['NoSuchKey', 'NotFound'];
/** Bytes of a part of what is stored while it is made; a store takes 10,000 of them: 80 GB. */
const partSize = 8 * 1024 * 1024;
/** Answers to "make the bucket" when another node was faster. */
const bucketIsThere = ['BucketAlreadyOwnedByYou', 'BucketAlreadyExists'];

/** Originals in one bucket of MinIO or any S3-compatible store, under their key. An S3 object appears whole or not at all. */
export function createS3Store({
  endpoint,
  accessKey,
  secretKey,
  bucket,
}: NonNullable<Env['minio']>): ObjectStore {
  const client = createS3Client({ endpoint, accessKey, secretKey });

  async function exists(key: string): Promise<boolean> {
    try {
      await client.statObject(bucket, key);
      return true;
    } catch (error) {
      if (isOneOf(missingObject, error)) return false;
      throw error;
    }
  }

  /** The client's stream does not say what it is a stream of. */
  function listObjects(): AsyncIterable<BucketItem> {
    return client.listObjectsV2(bucket, '', true) as AsyncIterable<BucketItem>;
  }

  /** Large files go up in parts. MinIO names none of these uploads without their key, and drops them itself after a day. */
  async function abortUploads(before: Date): Promise<number> {
    const { uploads } = await client.listIncompleteUploadsQuery(bucket, '', '', '', '');
    const old = uploads.filter(({ initiated }) => initiated < before);
    for (const { key, uploadId } of old) await client.abortMultipartUpload(bucket, key, uploadId);
    return old.length;
  }

  /**
   * In parts, each a call of its own: the client's own way with streams waits for ever for one that fails, and takes parts
   * of half a gigabyte where it is not told a size.
   */
  async function putParts(key: string, parts: AsyncIterable<Buffer>, mediaType: string): Promise<void> {
    const uploadId = await client.initiateNewMultipartUpload(bucket, key, { 'Content-Type': mediaType });
    try {
      const done: { part: number; etag: string }[] = [];
      for await (const part of parts) {
        const place = {
          bucketName: bucket,
          objectName: key,
          uploadID: uploadId,
          partNumber: done.length + 1,
        };
        const { etag } = await client.uploadPart({ ...place, headers: {} }, part);
        done.push({ part: place.partNumber, etag });
      }
      await client.completeMultipartUpload(bucket, key, uploadId, done);
    } catch (error) {
      // What cannot be taken back now is removed with what else was never finished.
      await client.abortMultipartUpload(bucket, key, uploadId).catch(() => {});
      throw error;
    }
  }

  async function makeBucket(): Promise<void> {
    if (await client.bucketExists(bucket)) return;
    try {
      await client.makeBucket(bucket);
    } catch (error) {
      if (!isOneOf(bucketIsThere, error)) throw error;
    }
  }

  return {
    engine: 's3',
    async prepare() {
      await asFileStoreUnavailable(makeBucket);
    },
    async putFile(key, filePath, { size, mediaType }) {
      assertKey(key);
      await asFileStoreUnavailable(async () => {
        if (await exists(key)) return;
        await client.putObject(bucket, key, createReadStream(filePath), size, { 'Content-Type': mediaType });
      });
    },
    async putStream(key, content, { mediaType, signal }) {
      assertKey(key);
      const source = new SourceOf(content);
      await source.asItsOwn(() =>
        asFileStoreUnavailable(() => putParts(key, inParts(source.chunks(signal), partSize), mediaType)),
      );
    },
    async get(key) {
      assertKey(key);
      return asFileStoreUnavailable(async () => {
        try {
          return await client.getObject(bucket, key);
        } catch (error) {
          throw isOneOf(missingObject, error) ? new AppError('not_found', { cause: error }) : error;
        }
      });
    },
    async exists(key) {
      assertKey(key);
      return asFileStoreUnavailable(() => exists(key));
    },
    async remove(key) {
      assertKey(key);
      await asFileStoreUnavailable(() => client.removeObject(bucket, key));
    },
    async *list() {
      const objects = listObjects()[Symbol.asyncIterator]();
      for (;;) {
        const next = await asFileStoreUnavailable(() => objects.next());
        if (next.done) return;
        const { name, lastModified } = next.value;
        if (name !== undefined && isKey(name)) yield { key: name, storedAt: lastModified };
      }
    },
    removeUnfinished: (before) => asFileStoreUnavailable(() => abortUploads(before)),
    async ping() {
      await asFileStoreUnavailable(async () => {
        if (!(await client.bucketExists(bucket))) throw new Error(`There is no bucket ${bucket}.`);
      });
    },
    async close() {},
  };
}

function isOneOf(codes: unknown[], error: unknown): boolean {
  return codes.includes(errorCode(error));
}
