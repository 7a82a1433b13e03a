import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { settingsSchema } from '../../env';
import { callApi } from '../api';
import { uploadDocument, waitForDocument } from '../documents';
import { ownServiceSettings, removeOwnServices } from '../e2e/ownServices';
import { newDataDir } from '../e2e/startedProgram';
import { freePort } from '../freePort';
import { signIn } from '../people';
import { serviceEnv } from '../services';
import { commandBlocks } from './commandBlocks';
import { copyRepository, isInstalled, withoutInstall } from './copyRepository';
import { openShell, type ShellSession } from './shellSession';

/** In which order a reader comes to them. */
const order = ['README.md', 'deploy/nginx/README.md', 'docs/operations.md', 'docs/install.md'];

/** What commands print when they have done what the page says; the others have to end well. */
const results: [command: string, printed: string][] = [
  ['npm run chat', '(narutalk-offline-planner)'],
  ['npm run migrate', 'Nothing was pending.'],
];

/** Ports that the pages name, which may be taken on this machine. */
const namedPorts = ['3001', '3002', '8080', '9464'];

const { database, openSearch, minio, embeddings } = serviceEnv();
const missing = [
  ...(database && openSearch && minio ? [] : ['PostgreSQL, OpenSearch and a file store are not all set']),
  ...['nginx', 'curl', 'openssl'].filter((program) => !isInstalled(program)).map((name) => `no ${name}`),
];
const reason = missing.length === 0 ? '' : ` (left out: ${missing.join(', ')})`;

(reason === '' ? describe : describe.skip)(`the production part, word by word${reason}`, () => {
  let folder: string;
  let stores: string;
  let own: Record<string, string>;
  let ports: Map<string, number>;
  let shell: ShellSession;

  const adapted = (text: string) =>
    text.replace(/\b(\d{4})\b/g, (number) => String(ports.get(number) ?? number));

  beforeAll(async () => {
    [folder, stores] = await Promise.all([copyRepository(), newDataDir()]);
    own = await ownServiceSettings(stores);
    ports = new Map();
    for (const port of namedPorts) ports.set(port, await freePort());
    for (const file of ['sticky.conf', 'websocket-only.conf']) {
      const name = path.join(folder, 'deploy', 'nginx', file);
      await writeFile(name, adapted(await readFile(name, 'utf8')));
    }
    const { PATH, HOME } = process.env;
    // Names of this run's own on the servers, as if somebody had set them before.
    const { OPENSEARCH_INDEX_PREFIX, MINIO_BUCKET } = own;
    shell = openShell(folder, { PATH, HOME, OPENSEARCH_INDEX_PREFIX, MINIO_BUCKET });
  });
  afterAll(async () => {
    await shell?.close();
    await stopNginx(folder);
    await removeOwnServices(stores);
    await Promise.all([rm(folder, { recursive: true }), rm(stores, { recursive: true, force: true })]);
  });

  /** The lines in which a reader writes values of his own, with those of this run; without the parts it has not. */
  function filledIn(text: string): string {
    return text
      .split('\n')
      .map((line) => {
        const names = [...line.matchAll(/\b([A-Z_]+)=/g)].map(([, name]) => name!);
        expect(line).toMatch(/^export /);
        expect(names.filter((name) => !(name in settingsSchema.shape))).toEqual([]);
        const given = names.filter((name) => own[name]).map((name) => `${name}='${own[name]}'`);
        return given.length > 0 ? `export ${given.join(' ')}` : '';
      })
      .join('\n');
  }

  test('leads to servers and a worker behind nginx that answer from a document of the first admin', async () => {
    const blocks = await commandBlocks('production', order);
    const proxy = `http://127.0.0.1:${ports.get('8080')}`;
    let password = '';
    const before: number[] = [];
    let found: string[] = [];
    for (const { text, words } of blocks) {
      if (words.includes('stopped') && found.length === 0) {
        // All that comes before is the way to a running installation: it has to be one.
        found = await useInstallation(proxy, password);
        await shell.stopStarted();
      }
      if (text.includes('/admin/migrate'))
        before.push((await callApi(proxy, 'GET', '/api/documents')).status);
      const commands = withoutInstall(adapted(text));
      const printed = await shell.run(words.includes('yours') ? filledIn(commands) : commands);
      for (const [command, result] of results) if (text.includes(command)) expect(printed).toContain(result);
      password = /Password of the first admin: (\S+)/.exec(printed)?.[1] ?? password;
    }
    expect(before).toEqual([503]);
    expect(found).toEqual(['주차.txt', embeddings ? 'hybrid' : 'keyword']);
  }, 900_000);
});

/** Signs in as the first admin, uploads a document, which a worker reads, and finds it. @returns its title, and how it was found. */
async function useInstallation(url: string, password: string): Promise<string[]> {
  const token = await signIn(url, 'admin@company.example', password);
  const { id } = await uploadDocument({ url }, token, '주차.txt', '본사 방문 차량은 지하 3층에 주차한다.');
  await waitForDocument({ url }, token, id);
  const search = await callApi<{ mode: string; items: { documentId: string; title: string }[] }>(
    url,
    'POST',
    '/api/search',
    { token, body: { query: '방문 차량은 어디에 주차해?' } },
  );
  const [first] = search.body.items;
  expect(first?.documentId).toBe(id);
  return [first!.title, search.body.mode];
}

/** It runs by itself, as a daemon: its file says as which process. */
async function stopNginx(folder: string): Promise<void> {
  const pid = await readFile(path.join(folder, 'deploy', 'nginx', 'nginx.pid'), 'utf8').catch(() => null);
  if (pid !== null) process.kill(Number(pid), 'SIGTERM');
}
