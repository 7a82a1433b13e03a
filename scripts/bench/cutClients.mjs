import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { inWords, withLoad, wordsOf } from './loadParts.mjs';
import { median, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');

/** Seconds of an answer the clients have seen when they are cut, seconds and tokens a second of it in all: many are slow. */
const seenSeconds = 3;
const answerSeconds = 10;
const perSecond = 1;

/** Milliseconds after which a client that has not come back counts as left behind. */
const patienceMs = 60_000;

/**
 * Clients whose network is cut in mid-answer, for so many seconds, while every server process is restarted; then some of the
 * chats are asked from another device. They come back by themselves, as the page does, and resume. Measured from the try
 * that succeeded until all a client missed has come. Every event of every chat is compared with what is stored. `report` is
 * given the figures as they come.
 */
export async function measureCutClients({ clients: count, cutSeconds, report }) {
  for (let nodes = 1, most = 1; nodes <= most; nodes += 1) {
    await withLoad({ nodes }, async ({ model, installation, clients }) => {
      if (installation.canHaveMany) most = 2;
      const figures = {};
      const name = `${count} clients cut for ${cutSeconds} s, ${nodes} server process(es) restarted`;
      const words = wordsOf(answerSeconds * perSecond);
      const text = words.join('').trimEnd();
      const answer = { chunks: words.length, chunksPerSecond: perSecond };
      model.otherwise(says(text, answer));
      const urls = installation.urls();
      const tokens = await installation.people(count);
      await clients.ask({ open: { urls, tokens, cuttable: true } });
      const { conversations } = await clients.ask({
        ask: { from: 0, to: count, text: '길게 설명해 줘', wait: false },
      });
      await pause(seenSeconds * 1_000);
      await clients.ask({ cut: {} });
      const cutAt = performance.now();
      await installation.restart();
      // So that there is something to catch up with that the new process has written.
      const others = Math.ceil(count / 10);
      model.otherwise(says(text));
      await clients.ask({ open: { urls, tokens: tokens.slice(0, others) } });
      await clients.ask({ follow: { from: count, to: count + others, conversations } });
      await clients.ask({ ask: { from: count, to: count + others, text: '다른 기기에서', conversations } });
      const restarted = (performance.now() - cutAt) / 1_000;
      await pause(Math.max(0, cutSeconds * 1_000 - (performance.now() - cutAt)));
      let caughtUp;
      const cpu = await installation.cpuOf(async () => {
        await clients.ask({ join: {} });
        caughtUp = await clients.ask({ caughtUp: { from: 0, to: count, withinMs: patienceMs } });
      });
      const { behind, catchUps } = caughtUp;
      figures['cut clients, on'] = installation.engines;
      figures[`${name}: caught up, seconds after reconnecting, median and longest`] =
        `${rounded(median(catchUps) / 1_000)} and ${rounded(Math.max(...catchUps) / 1_000)}`;
      figures[`${name}: left behind`] = behind;
      figures[`${name}: CPU ms of the server(s) for a client that comes back`] = rounded(cpu / count, 1);
      figures[`${name}: seconds cut; of these until all was restarted and asked anew`] =
        `${rounded(Math.max(cutSeconds, restarted), 1)}; ${rounded(restarted, 1)}`;
      figures[name] = inWords(await clients.ask({ report: { urls, text } }));
      if (!installation.canHaveMany) figures['cut clients, 2 server processes'] = 'needs DATABASE_URL';
      report(figures);
    });
  }
  return {};
}
