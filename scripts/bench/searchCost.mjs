import { createRequire } from 'node:module';
import { median, quantile, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { Client } = require('@opensearch-project/opensearch');
const { startTestServer } = require('../../dist/test/server.js');
const { createAdmin, createPerson } = require('../../dist/test/people.js');
const { uploadDocument, waitForDocument } = require('../../dist/test/documents.js');
const { callApi } = require('../../dist/test/api.js');
const { chunkQuery } = require('../../dist/storage/searchIndex/openSearch/chunkQuery.js');
const { readerPrincipals } = require('../../dist/policies/documentAccess.js');

const query = '보관 온도와 사용 기간';

/**
 * `POST /api/search` of a rep against the same body sent straight to OpenSearch, call by call in turn. By keyword: an
 * embedding would be most of the time of both.
 */
export async function measureSearch({ rounds, calls }) {
  if (!process.env.OPENSEARCH_URL)
    return { 'search through the API / straight to OpenSearch': 'needs OPENSEARCH_URL' };
  const server = await startTestServer({ embeddings: undefined });
  const admin = await createAdmin(server);
  const { id } = await uploadDocument(server, admin, 'storage.md', manyRules());
  await waitForDocument(server, admin, id);
  const { token } = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  const actor = await server.services.accounts.authenticate(token);
  const body = chunkQuery({
    text: query,
    topK: 8,
    principals: readerPrincipals(actor),
    validOn: new Date().toISOString().slice(0, 10),
  });
  const client = new Client({ node: process.env.OPENSEARCH_URL });
  const index = `${server.env.openSearch.indexPrefix}-chunks`;
  const straight = () => client.search({ index, body });
  const throughApi = () => callApi(server.url, 'POST', '/api/search', { token, body: { query } });

  const ratios = [];
  const slower = [];
  for (let round = 0; round <= rounds; round += 1) {
    const api = [];
    const engine = [];
    for (let call = 0; call < calls; call += 1) {
      engine.push(await timed(straight));
      api.push(await timed(throughApi));
    }
    if (round === 0) continue; // warm-up
    ratios.push(median(api) / median(engine));
    slower.push(quantile(api, 0.99) - quantile(engine, 0.99));
  }
  await client.close();
  await server.close();
  return {
    'search through the API / straight to OpenSearch, p50': rounded(median(ratios)),
    'search through the API, p99 above straight, ms': rounded(median(slower), 1),
  };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function manyRules() {
  return Array.from(
    { length: 300 },
    (_, at) =>
      `## ${at + 1}. 나루시럽 ${at + 1}호\n\n나루시럽 ${at + 1}호는 ${2 + (at % 20)}℃ 이하의 온도에 보관하며 개봉 후 사용 기간은 ${7 + (at % 30)}일이다.\n`,
  ).join('\n');
}
