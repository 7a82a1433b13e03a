// `npm run load`: real Socket.IO clients, in a process of their own, against servers of this machine. Ends with exit code 1
// where an event was lost, doubled, out of order or altered, or a turn has no end.
import { parseArgs } from 'node:util';
import { createRequire } from 'node:module';
import { inWords, startClients, withLoad, wordsOf } from '../bench/loadParts.mjs';
import { quantile } from '../bench/statistics.mjs';
import { demandLoopback } from './loopback.mjs';

const require = createRequire(import.meta.url);
const { says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');
const { signIn } = require('../../dist/test/people.js');

/** What the driver may be told, with the most of each: it is for one's own machine, and ends by itself. */
const limits = { sockets: 2_000, turns: 20_000, rate: 200, tokens: 1_000, pace: 1_000, nodes: 4 };

const usage = `usage: npm run load -- [options]

Asks questions over real sockets and compares every event that came with what is stored.

  --sockets 50    sockets, each with a chat of its own (at most ${limits.sockets})
  --turns 100     questions in all, of the sockets in turn (at most ${limits.turns})
  --rate 10       questions a second, whether those before are answered or not (at most ${limits.rate})
  --seconds 300   after so long it gives up (at most 3600)

Without --url it starts servers of its own, on the services of the environment (DATABASE_URL, OPENSEARCH_URL, MINIO_*)
or embedded, with a database that it removes, and a scripted model:

  --nodes 1       server processes on one database (more than one need DATABASE_URL; at most ${limits.nodes})
  --tokens 60     tokens of an answer (at most ${limits.tokens})
  --pace 0        tokens a second; 0: all at once (at most ${limits.pace})

With it, it asks a server that runs on this machine, as one person, with the model that server has:

  --url http://127.0.0.1:3000    several, split by commas, for several nodes; no other machine's
  --email … --password …         who asks; without them the demo's rep`;

/** What must not be; a turn may fail, but has to say so. */
const wrong = ['lost', 'doubled', 'outOfOrder', 'altered', 'gaps', 'unended', 'wrongTexts'];

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    sockets: { type: 'string', default: '50' },
    turns: { type: 'string', default: '100' },
    rate: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '300' },
    nodes: { type: 'string', default: '1' },
    tokens: { type: 'string', default: '60' },
    pace: { type: 'string', default: '0' },
    url: { type: 'string' },
    email: { type: 'string', default: 'rep.demo@narupharma.example' },
    password: { type: 'string', default: 'narutalk-demo' },
  },
});

if (values.help) console.log(usage);
else
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });

async function main() {
  const given = {
    sockets: numberOf('sockets', 1),
    turns: numberOf('turns', 1),
    rate: numberOf('rate', 1),
    tokens: numberOf('tokens', 1),
    pace: numberOf('pace', 0),
    nodes: numberOf('nodes', 1),
  };
  const seconds = Math.min(3_600, Number(values.seconds));
  const tooLong = setTimeout(() => {
    console.error(`It was not done within ${seconds} s.`);
    process.exit(1);
  }, seconds * 1_000);
  const found = values.url ? await againstRunning(given) : await againstOwn(given);
  clearTimeout(tooLong);
  if (wrong.some((name) => found[name] > 0)) process.exitCode = 1;
}

/** Servers of its own: each socket is a person's of its own. */
function againstOwn({ nodes, tokens, pace, ...load }) {
  return withLoad({ nodes }, async ({ model, installation, clients }) => {
    const words = wordsOf(tokens);
    const text = words.join('').trimEnd();
    model.otherwise(says(text, { chunks: words.length, ...(pace > 0 ? { chunksPerSecond: pace } : {}) }));
    console.log(`on ${installation.engines}, ${nodes} server process(es)`);
    const tokensOfPeople = await installation.people(load.sockets);
    return drive({ clients, urls: installation.urls(), people: tokensOfPeople, text }, load);
  });
}

async function againstRunning({ sockets, ...load }) {
  const urls = values.url.split(',');
  urls.forEach(demandLoopback);
  const token = await signIn(urls[0], values.email, values.password);
  const clients = await startClients();
  try {
    return await drive({ clients, urls, people: Array(sockets).fill(token) }, load);
  } finally {
    await clients.end();
  }
}

async function drive({ clients, urls, people, text }, { turns, rate }) {
  await clients.ask({ open: { urls, tokens: people } });
  const { latencies, seconds, mostOpen } = await clients.ask({
    askAtRate: { count: turns, perSecond: rate, text: '보관 온도가 어떻게 되나요?' },
  });
  const found = await clients.ask({ report: { urls, text } });
  const [half, most, all] = [0.5, 0.99, 1].map((share) => Math.round(quantile(latencies, share)));
  console.log(
    `${turns} turns in ${seconds.toFixed(1)} s (${(turns / seconds).toFixed(1)} a second), ${mostOpen} open at most`,
  );
  console.log(`from the question to the end of its turn, ms: median ${half}, p99 ${most}, longest ${all}`);
  console.log(inWords(found));
  return found;
}

/** @throws for what is not a whole number within the bounds. */
function numberOf(name, least) {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < least || number > limits[name])
    throw new Error(`--${name} is a whole number from ${least} to ${limits[name]}.\n\n${usage}`);
  return number;
}
