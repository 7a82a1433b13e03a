import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { emptyBucket } from '../../test/emptyBucket';
import { serviceEnv } from '../../test/services';
import { createObjectStore } from './createObjectStore';
import type { ObjectStore } from './objectStore';

const { minio } = serviceEnv();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-objects-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('folder', () => {
  describeStore(() => () => createObjectStore({ dataDir: path.join(folder, 'data') }));

  it('removes what was begun long ago and never finished, and nothing else', async () => {
    const store = createObjectStore({ dataDir: folder });
    await store.prepare();
    const key = await put(store, Buffer.from('다 쓴 것'));
    const unfinished = path.join(folder, 'objects', 'unfinished', 'half');
    await writeFile(unfinished, '반');

    expect(await store.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    expect(await keysOf(store)).toEqual([key]);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });
});

if (minio) {
  describe('s3', () => {
    const buckets: string[] = [];
    describeStore(() => {
      const bucket = `narutalk-test-${randomBytes(6).toString('hex')}`;
      buckets.push(bucket);
      return () => createObjectStore({ dataDir: folder, minio: { ...minio, bucket } });
    });
    afterAll(async () => {
      for (const bucket of buckets) await emptyBucket({ ...minio, bucket });
    });
  });
}

/** Each test has an empty place of its own, that several nodes can open. Two make what is missing at the same time. */
function describeStore(newPlace: () => () => ObjectStore): void {
  let store: ObjectStore;
  beforeEach(async () => {
    const open = newPlace();
    store = open();
    await Promise.all([store.prepare(), open().prepare()]);
  });
  afterEach(() => store.close());

  it('gives back what was put', async () => {
    const content = randomBytes(200_000);
    const key = await put(store, content);

    expect(await store.exists(key)).toBe(true);
    expect(await read(store, key)).toEqual(content);
  });

  it('stores what is made while it is read, in more than one part', async () => {
    const chunks = Array.from({ length: 20 }, () => randomBytes(1_000_003));
    const key = randomBytes(32).toString('hex');
    await store.putStream(key, chunksOf(chunks), whole);
    expect((await read(store, key)).equals(Buffer.concat(chunks))).toBe(true);

    const none = randomBytes(32).toString('hex');
    await store.putStream(none, chunksOf([]), whole);
    expect(await read(store, none)).toHaveLength(0);
  });

  it('keeps nothing of what was never made whole, and throws what went wrong with it', async () => {
    const key = randomBytes(32).toString('hex');
    const broken = chunksOf([randomBytes(9_000_000)], new TypeError('the maker failed'));
    await expect(store.putStream(key, broken, whole)).rejects.toThrow('the maker failed');

    const cancelled = new AbortController();
    async function* endless() {
      for (let made = 0; ; made += 1) {
        if (made === 20) cancelled.abort(new Error('cancelled'));
        yield randomBytes(1_000_000);
      }
    }
    const options = { ...whole, signal: cancelled.signal };
    await expect(store.putStream(key, endless(), options)).rejects.toThrow('cancelled');
    expect(await store.exists(key)).toBe(false);
    expect(await keysOf(store)).toEqual([]);
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('takes an empty file', async () => {
    const key = await put(store, Buffer.alloc(0));
    expect(await read(store, key)).toHaveLength(0);
  });

  it('keeps the same content once, also when it is put twice at the same time', async () => {
    const content = Buffer.from('같은 내용');
    const [key] = await Promise.all([put(store, content), put(store, content)]);
    await put(store, content);

    expect(await keysOf(store)).toEqual([key]);
    expect(await read(store, key)).toEqual(content);
  });

  it('lists every key, and no longer what was removed', async () => {
    const first = await put(store, Buffer.from('하나'));
    const second = await put(store, Buffer.from('둘'));
    expect(await keysOf(store)).toEqual([first, second].sort());

    await store.remove(first);
    expect(await store.exists(first)).toBe(false);
    expect(await keysOf(store)).toEqual([second]);
    await store.remove(first);
  });

  it('says of every object when it was stored', async () => {
    const before = Date.now();
    await put(store, Buffer.from('지금'));
    for await (const { storedAt } of store.list()) {
      // A store keeps whole seconds, by its own clock.
      expect(Math.abs(storedAt.getTime() - before)).toBeLessThan(5_000);
    }
  });

  it('answers not_found for what is not there', async () => {
    const key = 'ab'.repeat(32);
    expect(await store.exists(key)).toBe(false);
    await expect(store.get(key)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses a key that is not a hash, before anything is read or written', async () => {
    const source = path.join(folder, 'source');
    await writeFile(source, '내용');
    const upper = 'AB'.repeat(32);
    for (const key of [
      '../secret',
      `../${'ab'.repeat(32)}`,
      `${'ab'.repeat(31)}/..`,
      '',
      upper,
      `${'ab'.repeat(32)}\n`,
    ]) {
      await expect(store.get(key)).rejects.toThrow(TypeError);
      await expect(store.exists(key)).rejects.toThrow(TypeError);
      await expect(store.remove(key)).rejects.toThrow(TypeError);
      const put = store.putFile(key, source, { size: 6, mediaType: 'text/plain' });
      await expect(put).rejects.toThrow(TypeError);
      await expect(store.putStream(key, chunksOf([]), whole)).rejects.toThrow(TypeError);
    }
    expect(await keysOf(store)).toEqual([]);
  });

  it('leaves nothing behind when the file to store cannot be read', async () => {
    const put = store.putFile('ab'.repeat(32), path.join(folder, 'missing'), {
      size: 6,
      mediaType: 'text/plain',
    });
    await expect(put).rejects.toMatchObject({ code: 'file_store_unavailable' });
    expect(await store.exists('ab'.repeat(32))).toBe(false);
  });

  it('keeps what it has when it is prepared again', async () => {
    const key = await put(store, Buffer.from('남아 있다'));
    await store.prepare();
    await store.ping();
    expect(await keysOf(store)).toEqual([key]);
  });
}

const whole = { mediaType: 'application/octet-stream', signal: new AbortController().signal };

async function* chunksOf(chunks: Buffer[], failure?: Error): AsyncGenerator<Buffer> {
  yield* chunks;
  await Promise.resolve();
  if (failure) throw failure;
}

/** Stores content as an upload does: from a local file, under its hash. */
async function put(store: ObjectStore, content: Buffer): Promise<string> {
  const source = path.join(folder, randomBytes(6).toString('hex'));
  await writeFile(source, content);
  const key = createHash('sha256').update(content).digest('hex');
  await store.putFile(key, source, { size: content.length, mediaType: 'application/octet-stream' });
  return key;
}

async function read(store: ObjectStore, key: string): Promise<Buffer> {
  return buffer(await store.get(key));
}

async function keysOf(store: ObjectStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.sort();
}
