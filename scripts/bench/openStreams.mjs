import { createRequire } from 'node:module';
import { inWords, withLoad, wordsOf } from './loadParts.mjs';

const require = createRequire(import.meta.url);
const { says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');

/**
 * So many answers at once, each of its own person and chat, begun `begunPerSecond` and written slowly enough that all are open
 * together, by a server with a pool of 10 database connections. Where the database can have two server processes, by them,
 * half each.
 */
export async function measureOpenStreams({ streams, begunPerSecond, tokens, perSecond }) {
  const words = wordsOf(tokens);
  return withLoad({ nodes: 1 }, async ({ model, installation, clients }) => {
    if (installation.canHaveMany) await installation.startNode();
    const text = words.join('').trimEnd();
    model.otherwise(says(text, { chunks: words.length, chunksPerSecond: perSecond }));
    const urls = installation.urls();
    await clients.ask({ open: { urls, tokens: await installation.people(streams) } });
    const began = performance.now();
    const { mostOpen } = await clients.ask({
      askAtRate: { count: streams, perSecond: begunPerSecond, text: '길게 설명해 줘' },
    });
    const seconds = (performance.now() - began) / 1_000;
    const found = await clients.ask({ report: { urls, text } });
    return {
      'open streams, on': `${installation.engines}, ${urls.length} server process(es), pool of 10 connections each`,
      'open streams, finished': `${found.completed} of ${streams}`,
      'open streams, most at once': mostOpen,
      'open streams, seconds, by their pace and taken': `${streams / begunPerSecond + tokens / perSecond} and ${seconds.toFixed(1)}`,
      'open streams': inWords(found),
    };
  });
}
