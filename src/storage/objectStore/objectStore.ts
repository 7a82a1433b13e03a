import type { Readable } from 'node:stream';

export interface StoredObject {
  key: string;
  storedAt: Date;
}

/**
 * Keeps the originals, addressed by the SHA-256 of their content (64 lower-case hex characters). Writing the same content
 * twice is one object. What is stored while it is made has no hash yet: its key is drawn, of the same form. Failures of the store are thrown as `AppError('file_store_unavailable')` with the cause; a key that
 * is no hash is a `TypeError`.
 */
export interface ObjectStore {
  readonly engine: 'folder' | 's3';
  /** Makes what is missing (folder, bucket). Safe to repeat. */
  prepare(): Promise<void>;
  /** Stores a local file under its key, whole or not at all. */
  putFile(key: string, filePath: string, options: { size: number; mediaType: string }): Promise<void>;
  /**
   * Stores what is made while it is read, whole or not at all: what it throws, or the signal's reason, leaves nothing. A part
   * of it at most is in memory.
   */
  putStream(
    key: string,
    content: AsyncIterable<Buffer>,
    options: { mediaType: string; signal: AbortSignal },
  ): Promise<void>;
  /** @throws AppError `not_found` when there is no such object. */
  get(key: string): Promise<Readable>;
  exists(key: string): Promise<boolean>;
  /** Does nothing when there is no such object. */
  remove(key: string): Promise<void>;
  /** Every object, in no order. */
  list(): AsyncIterable<StoredObject>;
  /** Removes what was begun before this moment and never came to its end. @returns how many there were. */
  removeUnfinished(before: Date): Promise<number>;
  /** Throws when the store cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
