import { createRequire } from 'node:module';
import { startChild } from './benchChild.mjs';
import { inWords, withLoad, wordsOf } from './loadParts.mjs';
import { median, quantile, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { callsTools, says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');

/** Processor the measured processes are held to, so that they have one core, where the system can do that. */
const core = process.platform === 'linux' ? 0 : undefined;

/**
 * So many turns a second, each with one tool call and 60 streamed chunks, asked of a server on one core by `sockets` people
 * in turn, whether the turns before are answered or not; against the bare agent on the same core at the same rate. From
 * the question to the end of its turn.
 */
export async function measureTurnRate({ rounds, sockets, perSecond, seconds }) {
  const count = perSecond * seconds;
  return withLoad({ node: { core } }, async ({ model, installation, clients }) => {
    const words = wordsOf(60);
    const text = words.join('');
    model.otherwise((request) =>
      request.messages.at(-1).role === 'tool'
        ? says(text, { chunks: words.length })
        : callsTools({ name: 'search_documents', arguments: { query: '보관 온도' } }),
    );
    const bare = await startChild('bareAgent.mjs', { args: [model.url], core });
    const urls = installation.urls();
    await clients.ask({ open: { urls, tokens: await installation.people(sockets) } });
    const question = '보관 온도가 어떻게 되나요?';
    await clients.ask({ askAtRate: { count: perSecond, perSecond: 5, text: question } }); // warm-up
    await bare.ask({ turns: perSecond });
    const added = [];
    const ours = { ms: [], cpu: [], achieved: [] };
    const bares = { ms: [], cpu: [] };
    for (let round = 0; round < rounds; round += 1) {
      let answered;
      const cpu = await installation.cpuOf(async () => {
        answered = await clients.ask({ askAtRate: { count, perSecond, text: question } });
      });
      let alone;
      const bareCpu = await bare.cpuOf(async () => {
        alone = await bare.ask({ atRate: { count, perSecond } });
      });
      const [p99, bareP99] = [answered, alone].map(({ latencies }) => quantile(latencies, 0.99));
      added.push(p99 - bareP99);
      ours.ms.push(p99);
      ours.cpu.push(cpu / count);
      ours.achieved.push(count / answered.seconds);
      bares.ms.push(bareP99);
      bares.cpu.push(bareCpu / count);
    }
    await bare.end();
    const name = `${perSecond} turns a second, ${sockets} sockets, ${core === undefined ? 'not held to one core' : 'one core'}`;
    return {
      'turn rate, on': installation.engines,
      [`${name}: p99 above the bare agent, ms`]: rounded(median(added), 0),
      [`${name}: p99, ms, ours and bare`]: `${rounded(median(ours.ms), 0)} and ${rounded(median(bares.ms), 0)}`,
      [`${name}: CPU ms a turn, ours and bare`]: `${rounded(median(ours.cpu), 1)} and ${rounded(median(bares.cpu), 1)}`,
      [`${name}: turns a second that were answered`]: rounded(median(ours.achieved), 1),
      'turn rate': inWords(await clients.ask({ report: { urls, text } })),
    };
  });
}
