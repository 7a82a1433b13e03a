import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createObjectStore } from './createObjectStore';
import type { ObjectStore } from './objectStore';

const key = 'ab'.repeat(32);
const unavailable = { code: 'file_store_unavailable' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-down-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a file store that is down', () => {
  it('is file_store_unavailable to every call when the port is closed', async () => {
    const listener = net.createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await expectEveryCallRefused(s3At(port));
  });

  it('is file_store_unavailable to every call when the folder cannot be made', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, 'not a folder');
    await expectEveryCallRefused(createObjectStore({ dataDir: file }));
  });

  it('is given up when it takes the call and says nothing', async () => {
    const listener = net.createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const store = s3At((listener.address() as AddressInfo).port);

    await expect(store.exists(key)).rejects.toMatchObject(unavailable);
    listener.close();
  }, 20_000);
});

async function expectEveryCallRefused(store: ObjectStore): Promise<void> {
  const source = path.join(folder, 'source');
  await writeFile(source, '내용');
  const calls = [
    () => store.prepare(),
    () => store.putFile(key, source, { size: 6, mediaType: 'text/plain' }),
    () => store.putStream(key, chunks(), { mediaType: 'text/plain', signal: new AbortController().signal }),
    () => store.get(key),
    () => store.exists(key),
    () => store.remove(key),
    () => store.list()[Symbol.asyncIterator]().next(),
    () => store.removeUnfinished(new Date()),
    () => store.ping(),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject(unavailable);
}

async function* chunks(): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from('내용'));
}

function s3At(port: number): ObjectStore {
  const endpoint = `http://127.0.0.1:${port}`;
  const minio = { endpoint, accessKey: 'somebody', secretKey: 'something', bucket: 'documents' };
  return createObjectStore({ dataDir: folder, minio });
}
