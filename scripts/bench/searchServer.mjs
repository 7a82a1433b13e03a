// Child of searchCost.mjs: servers over one database and one index, by keyword and with embeddings, each once more
// through the recording proxy.
import { createRequire } from 'node:module';
import { serveParent } from './benchChild.mjs';
import { createSyntheticText } from './syntheticChunks.mjs';

const require = createRequire(import.meta.url);
const { startTestServer } = require('../../dist/test/server.js');
const { startServer } = require('../../dist/start/startServer.js');
const { createAdmin, createPerson, signIn } = require('../../dist/test/people.js');

/** Chunks written at once: one refresh of the index for each. */
const batchSize = 2_000;

const { embeddings, proxyUrl } = JSON.parse(process.argv[2]);
// No jobs here, and as many callers as `X-Forwarded-For` says: the limit of calls is kept, and not in the way.
// With embeddings first, since it makes the index.
const hybrid = await startTestServer({ processRole: 'server', trustProxyHops: 1, embeddings });
const { env } = hybrid;
const { indexPrefix } = env.openSearch;
const recorded = { ...env, openSearch: { url: proxyUrl, indexPrefix } };
const others = {
  keyword: await startServer({ ...env, embeddings: undefined }, () => {}),
  recordedKeyword: await startServer({ ...recorded, embeddings: undefined }, () => {}),
  recordedHybrid: await startServer(recorded, () => {}),
};
const rep = await createPerson(hybrid, await createAdmin(hybrid), { role: 'rep', team: '서울1팀' });
const { searchIndex } = hybrid.services.ingestion;
const text = await createSyntheticText();
let written = 0;

serveParent(
  {
    hybrid: hybrid.url,
    ...Object.fromEntries(Object.entries(others).map(([name, { url }]) => [name, url])),
    index: `${indexPrefix}-chunks`,
  },
  {
    /** @returns a new token of the rep: filling a large index outlasts the one before. */
    async growTo(size) {
      for (; written < size; written = Math.min(size, written + batchSize)) {
        const chunks = text.chunks(written, Math.min(size, written + batchSize));
        const embeddingModel = embeddings.passageModel;
        await searchIndex.upsert(chunks.map((chunk) => ({ ...chunk, embeddingModel })));
      }
      return { token: await signIn(hybrid.url, rep.email) };
    },
  },
  async () => {
    for (const server of Object.values(others)) await server.close();
    await hybrid.close();
  },
);
