import { createRequire } from 'node:module';
import { startChild } from './benchChild.mjs';
import { inWords, withLoad, wordsOf } from './loadParts.mjs';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');

/**
 * CPU of the server while one answer, streamed by the model token by token, is stored and reaches `sockets` of one chat,
 * against raw WebSockets that are given each token as a frame and store nothing, at each of `rates` (tokens a second). The
 * same on two server processes, half the sockets each, where the database can have two. `report` is given the figures as
 * they come.
 */
export async function measureFanOut({ rounds, sockets, seconds, rates, report }) {
  const raw = await startChild('rawSockets.mjs');
  const rawClients = await startChild('rawClients.mjs');
  await rawClients.ask({ open: { url: raw.ready.url, count: sockets } });
  try {
    for (let nodes = 1, most = 1; nodes <= most; nodes += 1) {
      await withLoad({ nodes }, async ({ model, installation, clients }) => {
        if (installation.canHaveMany) most = 2;
        report({ [`fan-out, ${nodes} server process(es), on`]: installation.engines });
        const open = await openChat({ sockets, installation, clients, model });
        for (const perSecond of rates) {
          const tokens = wordsOf(perSecond * seconds);
          const ours = [];
          const raws = [];
          for (let round = 0; round <= rounds; round += 1) {
            model.otherwise(says(tokens.join(''), { chunks: tokens.length, chunksPerSecond: perSecond }));
            const cpu = await installation.cpuOf(open.ask);
            const rawCpu = await raw.cpuOf(async () => {
              await raw.ask({ stream: { tokens, perSecond } });
              await rawClients.ask({ came: tokens.length * sockets });
            });
            if (round === 0 && rounds > 1) continue; // warm-up
            ours.push(cpu / seconds);
            raws.push(rawCpu / seconds);
          }
          const name = `${perSecond} tokens a second to ${sockets} sockets of one chat, ${nodes} server process(es)`;
          report({
            [`${name}: CPU / raw ws with a frame a token`]: rounded(
              median(ours.map((cpu, at) => cpu / raws[at])),
            ),
            [`${name}: CPU ms a second, ours and raw`]: `${rounded(median(ours), 0)} and ${rounded(median(raws), 0)}`,
          });
        }
        const found = await clients.ask({ report: { urls: installation.urls() } });
        report({ [`fan-out, ${nodes} server process(es)`]: inWords(found) });
        if (!installation.canHaveMany) report({ 'fan-out, 2 server processes': 'needs DATABASE_URL' });
      });
    }
  } finally {
    await rawClients.end();
    await raw.end();
  }
  return {};
}

/** One chat that every socket of its owner listens to. */
async function openChat({ sockets, installation, clients, model }) {
  const [token] = await installation.people(1);
  model.otherwise(says('첫 답변입니다.'));
  await clients.ask({ open: { urls: installation.urls(), tokens: Array(sockets).fill(token) } });
  const { conversations } = await clients.ask({ ask: { from: 0, to: 1, text: '첫 질문' } });
  await clients.ask({ follow: { from: 1, to: sockets, conversations } });
  return { ask: () => clients.ask({ ask: { from: 0, to: 1, text: '길게 설명해 줘', conversations } }) };
}
