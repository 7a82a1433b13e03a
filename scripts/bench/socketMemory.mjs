import { createRequire } from 'node:module';
import { startChild } from './benchChild.mjs';
import { startClients, withLoad } from './loadParts.mjs';
import { rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');

const exposeGc = { execArgv: ['--expose-gc'] };
/** Sockets opened before the first look, so that what is made once is there. */
const warmUp = 20;

/**
 * JS heap of one idle socket, after the garbage is collected: of a person each who is signed in to the chat, and of a
 * Socket.IO server that does nothing. Then of the same sockets, each with an own chat that was asked something.
 */
export async function measureSocketMemory({ sockets, chats }) {
  const bare = await bareKibibytes(sockets);
  return withLoad({ node: exposeGc }, async ({ model, installation, clients }) => {
    model.otherwise(says('짧은 답변입니다.'));
    const [node] = installation.nodes;
    const urls = installation.urls();
    const tokens = await installation.people(warmUp + sockets);
    await clients.ask({ open: { urls, tokens: tokens.slice(0, warmUp) } });
    await clients.ask({ ask: { from: 0, to: warmUp, text: '첫 질문' } });
    const empty = await node.ask({ usedHeap: {} });
    await clients.ask({ open: { urls, tokens: tokens.slice(warmUp) } });
    const idle = await node.ask({ usedHeap: {} });
    for (let from = warmUp; from < warmUp + chats; from += warmUp) {
      await clients.ask({ ask: { from, to: Math.min(from + warmUp, warmUp + chats), text: '질문' } });
    }
    const following = await node.ask({ usedHeap: {} });
    const ours = kibibytes(idle - empty) / sockets;
    return {
      'idle sockets, on': installation.engines,
      [`${sockets} idle signed-in chat sockets / bare Socket.IO, JS heap a socket`]: rounded(ours / bare),
      'JS heap a socket, KiB, ours and bare': `${rounded(ours, 1)} and ${rounded(bare, 1)}`,
      'what a chat of its own adds to a socket, KiB': rounded(kibibytes(following - idle) / chats, 1),
    };
  });
}

async function bareKibibytes(sockets) {
  const bare = await startChild('bareSocketIo.mjs', exposeGc);
  const clients = await startClients();
  const open = (count) =>
    clients.ask({ open: { urls: [bare.ready.url], tokens: Array(count).fill('a token that nobody reads') } });
  await open(warmUp);
  const empty = await bare.ask({ usedHeap: {} });
  await open(sockets);
  const full = await bare.ask({ usedHeap: {} });
  await clients.end();
  await bare.end();
  return kibibytes(full - empty) / sockets;
}

function kibibytes(bytes) {
  return bytes / 1024;
}
