import { rm } from 'node:fs/promises';
import { demoPassword } from '../../demo/loadCompany';
import { callApi } from '../api';
import { freePort } from '../freePort';
import { signIn } from '../people';
import { commandBlocks } from './commandBlocks';
import { copyRepository, withoutInstall } from './copyRepository';
import { openShell, type ShellSession } from './shellSession';

/** The first page first, as a reader begins; the one that ends the program last. */
const order = ['README.md', 'docs/install.md', 'docs/sign-in.md', 'docs/operations.md'];

/** What commands print when they have done what the page says; the others have to end well. */
const results: [command: string, printed: string][] = [
  ['심포지엄', '11월 26일'],
  ['npm run backup', 'Backed up to backups/2026-11-27'],
  ['npm run restore', 'Restored what was kept'],
  ['npm run audit:verify', 'all as written'],
];

let folder: string;
let shell: ShellSession;
let port: number;

beforeAll(async () => {
  [folder, port] = await Promise.all([copyRepository(), freePort()]);
  // The port of the pages may be taken on this machine: PORT is how a reader would choose another.
  shell = openShell(folder, { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port) });
});
afterAll(async () => {
  await shell?.close();
  await rm(folder, { recursive: true });
});

/** A key for the examples of an API key, made as the page says. */
async function makeApiKey(url: string): Promise<string> {
  const token = await signIn(url, 'rep.demo@narupharma.example', demoPassword);
  const answer = await callApi<{ key: string }>(url, 'POST', '/api/auth/api-keys', {
    token,
    body: { name: '예시', scopes: ['chat.use'], days: 1, currentPassword: demoPassword },
  });
  if (answer.status !== 201) throw new Error(`making a key answered ${answer.status}`);
  return answer.body.key;
}

test('the commands for the embedded engines do what the pages say, one after the other', async () => {
  const blocks = await commandBlocks('demo', order);
  expect(blocks.map(({ file }) => file)).toEqual(expect.arrayContaining(['README.md', 'docs/operations.md']));
  const url = `http://127.0.0.1:${port}`;
  for (const { place, text, words } of blocks) {
    const commands = withoutInstall(text).replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`);
    if (/\bnpm start$/.test(commands)) {
      await shell.start(commands, 'Ctrl-C ends it.');
      await shell.run(`export API_KEY=${await makeApiKey(url)}`);
      continue;
    }
    if (words.includes('stopped')) await shell.stopStarted();
    const printed = await shell.run(commands);
    for (const [command, result] of results) {
      if (text.includes(command)) expect([place, printed]).toEqual([place, expect.stringContaining(result)]);
    }
  }
}, 900_000);
