import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { newDataDir } from './startedProgram';

const root = path.join(__dirname, '..', '..', '..');

/** Starts the program with settings it cannot start with. @returns what it said and its exit code. */
async function failedStart(settings: Record<string, string>): Promise<{ said: string; code: number }> {
  const program = spawn(process.execPath, ['dist/index.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DEMO: '0', ...settings },
  });
  const exit = once(program, 'exit') as Promise<[number]>;
  const said = await text(program.stderr);
  const [code] = await exit;
  return { said: said.trim(), code };
}

let dataDir: string;
beforeAll(async () => {
  dataDir = await newDataDir();
});
afterAll(() => rm(dataDir, { recursive: true }));

test('a taken port is one clear line', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { said, code } = await failedStart({ DATA_DIR: dataDir, PORT: String(port) });
  server.close();
  expect(said).toBe(`Port ${port} on 127.0.0.1 is taken. Stop what uses it, or set PORT to another number.`);
  expect(code).toBe(1);
});

test.each([
  [
    'an unwritable data folder',
    { DATA_DIR: '/proc/narutalk', PORT: '0' },
    /^The data folder \/proc\/narutalk cannot be written/,
  ],
  ['a wrong number', { PORT: 'three thousand' }, /^Wrong setting\. PORT: /],
  ['half of a pair', { MINIO_ENDPOINT: 'http://127.0.0.1:9' }, /^Wrong setting\. MINIO_ENDPOINT needs/],
  [
    'production without a secret',
    { NODE_ENV: 'production' },
    /^Wrong setting\. NODE_ENV=production needs AUTH_SECRET/,
  ],
  [
    'a demo that would be open to others',
    { DEMO: '1', HOST: '0.0.0.0' },
    /^Wrong setting\. DEMO=1 works only/,
  ],
  [
    'a database that is away',
    { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none', PORT: '0' },
    /database.*ECONNREFUSED/,
  ],
])('%s is one clear line', async (_what, settings, line) => {
  const { said, code } = await failedStart({ DATA_DIR: dataDir, ...settings });
  expect(said).toMatch(line);
  expect(said.split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});
