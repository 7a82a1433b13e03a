import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { find, makeChunk } from '../../../test/searchIndexes';
import { createOpenSearchIndex } from './openSearchIndex';

/** A search must fail within this, the time for a person to read why included. */
const patienceMs = 3_000;

const open = (port: number) =>
  createOpenSearchIndex({ url: `http://127.0.0.1:${port}`, indexPrefix: 'test' });

describe('an OpenSearch that is down', () => {
  let listener: net.Server;
  beforeEach(async () => {
    listener = net.createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
  });
  afterEach(() => listener.close());
  const port = () => (listener.address() as AddressInfo).port;

  it('is search_unavailable to every call when the port is closed', async () => {
    const closedPort = port();
    listener.close();
    const index = open(closedPort);
    const calls = [
      () => index.prepare(),
      () => index.upsert([makeChunk('c1')]),
      () => index.removeDocument('d1'),
      () => index.countDocument('d1'),
      () => find(index, '고혈압'),
      () => index.ping(),
    ];

    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'search_unavailable' });
    await index.close();
  });

  it('is search_unavailable in time when it takes the call and says nothing', async () => {
    const index = open(port());
    const started = Date.now();

    const asked = [find(index, '고혈압'), index.vectorModel()];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'search_unavailable' });
    expect(Date.now() - started).toBeLessThan(patienceMs);
    await index.close();
  });

  it('names the failure without the question', async () => {
    const closedPort = port();
    listener.close();
    const index = open(closedPort);

    const error = await find(index, '비밀스러운 질문').catch((failure: unknown) => failure);
    expect(inspect(error, { depth: null })).toContain('ECONNREFUSED');
    expect(inspect(error, { depth: null })).not.toContain('비밀스러운');
    await index.close();
  });
});
