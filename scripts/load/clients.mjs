// Child of the load driver: many clients in a process of their own, so that what they cost is not the server's.
import { createRequire } from 'node:module';
import { atRate } from '../bench/atRate.mjs';
import { serveParent } from '../bench/benchChild.mjs';
import { faultsOfChat, sum } from './eventTally.mjs';
import { LoadClient } from './loadClient.mjs';
import { demandLoopback } from './loopback.mjs';

const require = createRequire(import.meta.url);
const { startCuttableProxy } = require('../../dist/test/cuttableProxy.js');

/** Sockets opened at once: an office that comes to work, not an attack. */
const openedAtOnce = 20;

const clients = [];
const proxies = [];
/** Which token has which chat: by it the chat is read at the end. */
const owners = new Map();
const tokens = [];

serveParent(
  {},
  {
    /** Opens a socket for each token, at each url in turn; `cuttable`: by a proxy that can be cut. */
    async open({ urls, tokens: given, cuttable = false }) {
      urls.forEach(demandLoopback);
      const targets = cuttable
        ? await Promise.all(urls.map(startCuttableProxy))
        : urls.map((url) => ({ url }));
      if (cuttable) proxies.push(...targets);
      const first = clients.length;
      for (let at = 0; at < given.length; at += openedAtOnce) {
        const opened = given
          .slice(at, at + openedAtOnce)
          .map((token, place) => new LoadClient(targets[(at + place) % targets.length].url, token));
        clients.push(...opened);
        tokens.push(...given.slice(at, at + openedAtOnce));
        await Promise.all(opened.map((client) => client.connected()));
      }
      return { first };
    },

    /** Asks one question of each client named; `wait` until each is answered. */
    async ask({ from, to, text, wait = true, conversations }) {
      const asked = await Promise.all(
        clients.slice(from, to).map(async (client, place) => {
          const turn = await client.ask(text, conversations?.[place]);
          owners.set(turn.conversationId, tokens[from + place]);
          return { client, turn };
        }),
      );
      if (wait) await Promise.all(asked.map(({ client, turn }) => client.ended(turn.turnId)));
      return { conversations: asked.map(({ turn }) => turn.conversationId) };
    },

    /** Lets clients listen to a chat, each to its own of a list, or all to one. */
    async follow({ from, to, conversations }) {
      await Promise.all(
        clients
          .slice(from, to)
          .map((client, place) => client.follow(conversations[place % conversations.length])),
      );
    },

    /**
     * `count` questions, `perSecond` of them, whether the ones before are answered or not. @returns their milliseconds, and how
     * many answers were being written at most.
     */
    async askAtRate({ count, perSecond, text }) {
      const latencies = [];
      const chats = new Map();
      const work = atRate({ count, perSecond }, async (at) => {
        const client = clients[at % clients.length];
        // A chat that is still being answered takes no question: then a new one is begun.
        const idle = chats.get(client);
        chats.delete(client);
        const { turnId, conversationId, askedAt } = await client.ask(text, idle);
        owners.set(conversationId, tokens[at % clients.length]);
        latencies.push((await client.ended(turnId)) - askedAt);
        chats.set(client, conversationId);
      });
      const mostOpen = await mostOpenDuring(work);
      return { latencies, seconds: await work, mostOpen };
    },

    cut() {
      for (const proxy of proxies) proxy.cut();
    },
    join() {
      for (const proxy of proxies) proxy.join();
    },

    /** Settles when every client of these has come back and read up. @returns their milliseconds, of each the last. */
    async caughtUp({ from, to, withinMs }) {
      const some = clients.slice(from, to);
      const began = performance.now();
      while (some.some(({ catchUps }) => catchUps.length === 0) && performance.now() - began < withinMs) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return {
        behind: some.filter(({ catchUps }) => catchUps.length === 0).length,
        catchUps: some.flatMap(({ catchUps }) => catchUps.slice(-1)),
      };
    },

    /**
     * Reads every chat as it is stored, by a new socket of its owner, and compares what each client was given with it.
     * `text`: what each answer has to say.
     */
    async report({ urls, text }) {
      const stored = new Map();
      for (const [conversationId, token] of owners) {
        const reader = new LoadClient(urls[0], token);
        await reader.connected();
        const events = [];
        reader.socket.on('chat:event', (event) => events.push(event));
        await reader.follow(conversationId);
        reader.close();
        stored.set(conversationId, events);
      }
      const given = clients.flatMap(({ tallies }) =>
        [...tallies].map(([conversationId, tally]) => tally.compare(stored.get(conversationId))),
      );
      const chats = [...stored.values()];
      return {
        clients: clients.length,
        chats: chats.length,
        refusedResumes: sum(clients.map(({ refusals }) => ({ refusals }))).refusals ?? 0,
        events: sum(chats.map(({ length }) => ({ length }))).length ?? 0,
        ...sum(given),
        ...sum(chats.map((events) => faultsOfChat(events, text))),
      };
    },
  },
  async () => {
    for (const client of clients) client.close();
    await Promise.all(proxies.map((proxy) => proxy.close()));
  },
);

/** How many answers are being written at once, at most. */
async function mostOpenDuring(work) {
  let most = 0;
  const timer = setInterval(() => {
    const open = clients.reduce((count, client) => count + client.open.size, 0);
    most = Math.max(most, open);
  }, 100);
  try {
    await work;
    return most;
  } finally {
    clearInterval(timer);
  }
}
