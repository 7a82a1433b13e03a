// `npm run check:size`: builds the client where it is stale, prints what the chat page makes a browser load, and fails above
// the limit. Counted is every script that is fetched until a signed-in rep can ask, by the manifest of the build, gzip.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildStaleParts } from './buildParts.mjs';
import { filesOf } from './webShell.mjs';

/** KB of 1,024 bytes. */
const limitKb = 250;
const web = path.resolve(import.meta.dirname, '..', '..', 'dist', 'web');

/** What is imported as the page starts: the program, its texts, the chat. An answer brings what draws it. */
const untilOneCanAsk = ['index.html', 'locales/ko/start.ts', 'features/chat/chatPage.tsx'];
const withAnAnswer = [...untilOneCanAsk, 'features/chat/answerMarkdown.tsx'];

if (!(await buildStaleParts(['web']))) process.exit(1);
const sizes = await sizesOf(await scriptsOf(untilOneCanAsk));
const total = sum(sizes);
console.log(`chat page, script until one can ask, gzip: ${inKb(total)} KB (at most ${limitKb})`);
console.log(`the same with the first answer: ${inKb(sum(await sizesOf(await scriptsOf(withAnAnswer))))} KB`);
for (const [file, size] of sizes.slice(0, 8)) console.log(`  ${inKb(size).padStart(6)}  ${file}`);
if (total > limitKb * 1024) {
  console.error('The chat page has grown above its limit: load what few need when they need it.');
  process.exitCode = 1;
}

async function scriptsOf(modules) {
  return (await filesOf(web, modules)).filter((file) => file.endsWith('.js'));
}

/** Largest first. */
async function sizesOf(files) {
  const sizes = files.map(async (file) => [file, gzipSync(await readFile(path.join(web, file))).length]);
  return (await Promise.all(sizes)).sort(([, left], [, right]) => right - left);
}

function sum(sizes) {
  return sizes.reduce((total, [, size]) => total + size, 0);
}

function inKb(bytes) {
  return (bytes / 1024).toFixed(1);
}
