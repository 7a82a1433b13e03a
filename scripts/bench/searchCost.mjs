import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './benchChild.mjs';
import { startConstantEmbeddings } from './constantEmbeddings.mjs';
import { keepAliveClient } from './keepAliveClient.mjs';
import { startRecordingProxy } from './recordingProxy.mjs';
import { median, quantile, rounded } from './statistics.mjs';
import { createSyntheticText } from './syntheticChunks.mjs';

const questionCount = 25;
/** Calls from one address before the next: below the limit of calls a minute. */
const callsPerAddress = 1_000;

/**
 * `POST /api/search` of a rep against what that server sends to OpenSearch, recorded by a proxy and sent straight: the
 * same bytes, over one kept connection each, call by call in turn, in indexes of growing `sizes` (chunks). The server is
 * a process of its own on PostgreSQL and OpenSearch; a question's embedding is a constant. `report` is given the figures of
 * each index as they come.
 */
export async function measureSearch({ rounds, calls, sizes, report }) {
  const engineUrl = process.env.OPENSEARCH_URL;
  if (!engineUrl || !process.env.DATABASE_URL) return { search: 'needs DATABASE_URL and OPENSEARCH_URL' };
  const text = await createSyntheticText();
  const questions = text.questions(questionCount);
  const embeddings = await startConstantEmbeddings(text.questionVector);
  const proxy = await startRecordingProxy(engineUrl);
  const options = JSON.stringify({ embeddings: embeddings.settings, proxyUrl: proxy.url });
  const server = await startChild('searchServer.mjs', { args: [options] });
  const { ready } = server;
  const engine = keepAliveClient(engineUrl);
  const asRep = askAs();
  // Not of an empty index: one without vectors of the model is searched by words alone.
  asRep.token = (await server.ask({ growTo: sizes[0] })).token;

  const modes = {};
  for (const [mode, recordedUrl] of [
    ['keyword', ready.recordedKeyword],
    ['hybrid', ready.recordedHybrid],
  ]) {
    const recorder = keepAliveClient(recordedUrl);
    const pairs = [];
    for (const question of questions) {
      pairs.push({ question, straight: await searchesOf(mode, asRep(question), { recorder, proxy }) });
    }
    recorder.close();
    modes[mode] = { api: keepAliveClient(ready[mode]), pairs };
  }

  const p50 = {};
  for (const size of sizes) {
    asRep.token = (await server.ask({ growTo: size })).token;
    const figures = {};
    await waitForMerges(engineUrl, ready.index);
    for (const [mode, { api, pairs }] of Object.entries(modes)) {
      const measured = await compare({ rounds, calls, pairs, engine, api, asRep });
      const name = `search, ${mode}, ${size.toLocaleString('en')} chunks`;
      figures[`${name}: API / straight, p50`] = rounded(measured.ratio);
      figures[`${name}: p99 above straight, ms`] = rounded(measured.slower, 1);
      figures[`${name}: API p50 and straight p50, ms`] =
        `${rounded(measured.apiMs)} and ${rounded(measured.engineMs)}`;
      p50[`${mode} ${size}`] = measured.apiMs;
    }
    report(figures);
  }
  const growth = {};
  for (const mode of Object.keys(modes)) {
    for (const size of sizes.slice(1)) {
      growth[
        `search, ${mode}: API p50 at ${size.toLocaleString('en')} / at ${sizes[0].toLocaleString('en')} chunks`
      ] = rounded(p50[`${mode} ${size}`] / p50[`${mode} ${sizes[0]}`]);
    }
  }

  for (const { api } of Object.values(modes)) api.close();
  engine.close();
  await server.end();
  proxy.close();
  embeddings.close();
  return growth;
}

/** What a server sends to the engine to find passages, without its looks at the index itself. */
async function searchesOf(mode, request, { recorder, proxy }) {
  let answer;
  const requests = await proxy.record(async () => {
    answer = JSON.parse((await recorder.call(request)).text);
  });
  if (answer.mode !== mode || answer.degraded)
    throw new Error(`searched by ${answer.mode} instead of ${mode}`);
  return requests.filter(({ path }) => /_m?search/.test(path));
}

async function compare({ rounds, calls, pairs, engine, api, asRep }) {
  const all = { ratio: [], slower: [], apiMs: [], engineMs: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const apiTimes = [];
    const engineTimes = [];
    for (let call = 0; call < calls; call += 1) {
      const { question, straight } = pairs[call % pairs.length];
      const askEngine = async () => engineTimes.push(await sumOfCalls(engine, straight));
      const askApi = async () => apiTimes.push((await api.call(asRep(question))).ms);
      // Whoever comes second finds the engine's caches warm.
      for (const ask of call % 2 === 0 ? [askEngine, askApi] : [askApi, askEngine]) await ask();
    }
    if (round === 0) continue; // warm-up
    all.ratio.push(median(apiTimes) / median(engineTimes));
    all.slower.push(quantile(apiTimes, 0.99) - quantile(engineTimes, 0.99));
    all.apiMs.push(median(apiTimes));
    all.engineMs.push(median(engineTimes));
  }
  return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, median(values)]));
}

async function sumOfCalls(engine, requests) {
  let sum = 0;
  for (const request of requests) sum += (await engine.call(request)).ms;
  return sum;
}

/** Makes requests of the person whose `token` it is given; they come from another address every thousand. */
function askAs() {
  let count = 0;
  const ask = (query) => {
    const address = Math.floor(count++ / callsPerAddress);
    return {
      method: 'POST',
      path: '/api/search',
      headers: {
        authorization: `Bearer ${ask.token}`,
        'content-type': 'application/json',
        'x-forwarded-for': `10.0.${address >> 8}.${address & 255}`,
      },
      body: JSON.stringify({ query }),
    };
  };
  return ask;
}

/** Until the engine has tidied up what was written: its work would be in every figure. */
async function waitForMerges(engineUrl, index) {
  for (;;) {
    const response = await fetch(`${engineUrl}/${index}/_stats/merge`);
    const { _all } = await response.json();
    if (_all.total.merges.current === 0) return;
    await pause(500);
  }
}
