// `npm start`: reads .env where there is one, builds what is missing or stale, then becomes the server.
// This file alone must also be readable by a Node that is too old to run the rest: no `node:` names, no `await` at the
// top, no newer syntax.
import { existsSync, readFileSync } from 'fs';

const root = new URL('../', import.meta.url);
const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const have = process.versions.node;
const needed = engines.node.replace('>=', '');

if (isOlder(have, needed)) {
  stop(`NaruTalk needs Node ${needed} or newer, and this is Node ${have}. Get one from https://nodejs.org`);
} else if (!existsSync(new URL('node_modules', root))) {
  stop('The packages are not installed yet. Run "npm ci" first.');
} else {
  start();
}

/** The server takes over this very process, so that a signal reaches it once and first. */
async function start() {
  await import('./dev/readDotEnv.mjs');
  const { buildStaleParts } = await import('./dev/buildParts.mjs');
  if (!(await buildStaleParts(['server', 'web']))) process.exit(1);
  await import('../dist/index.js');
}

function isOlder(version, wanted) {
  const ours = version.split('.').map(Number);
  const least = wanted.split('.').map(Number);
  const different = least.findIndex((number, place) => ours[place] !== number);
  return different >= 0 && ours[different] < least[different];
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
