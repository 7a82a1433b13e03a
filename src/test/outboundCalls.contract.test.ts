import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { callApi } from './api';
import { startTestServer, type TestServer } from './server';

const root = path.join(__dirname, '..', '..');

/** Where the program opens connections, each to an address that the settings name; docs/security.md has the same list. */
const known = [
  'src/accounts/companySignIn/identityProvider.ts',
  'src/llm/chatModel.ts',
  'src/llm/postJson.ts',
  'src/storage/database/openPostgres.ts',
  'src/storage/objectStore/s3Client.ts',
  'src/storage/searchIndex/openSearch/openSearchIndex.ts',
  'src/telemetry/otlpExport.ts',
];
const opens =
  /\bfetch\(|new (Client|Pool|WebSocket|Sequelize|ChatOpenAI|OTLPTraceExporter)\(|\b(https?|net|tls|http2)\.(request|get|connect)\(|oidc\.discovery\(|createRemoteJWKSet\(/;
/** Clients of the program itself, and the database in the same process. */
const ownSide = ['src/cli/chat.ts', 'src/storage/database/openPglite.ts'];

test('nothing but the listed files opens a connection, and the page about security lists them', async () => {
  const files = (await readdir(path.join(root, 'src'), { recursive: true }))
    .map((file) => `src/${file}`)
    .filter((file) => file.endsWith('.ts') && !/^src\/(test|web)\/|\.test\.ts$|[fF]ixtures?[./]/.test(file));
  const found: string[] = [];
  for (const file of files) if (opens.test(await readFile(path.join(root, file), 'utf8'))) found.push(file);
  expect(found.filter((file) => !ownSide.includes(file)).sort()).toEqual(known);
  const page = await readFile(path.join(root, 'docs', 'security.md'), 'utf8');
  for (const file of known) expect([file, page.includes(`\`${file}\``)]).toEqual([file, true]);
});

test('nothing turns the check of certificates off', async () => {
  const places = ['src', 'scripts', 'deploy', 'docker-compose.yml', 'Dockerfile', '.env.example', '.github'];
  const files = await Promise.all(
    places.map(async (place) =>
      (await stat(path.join(root, place))).isFile()
        ? [place]
        : (await readdir(path.join(root, place), { recursive: true })).map((file) => path.join(place, file)),
    ),
  );
  for (const file of files.flat()) {
    if (!/\.(ts|mjs|js|ya?ml|example|conf)$|Dockerfile$/.test(file) || file.endsWith('.test.ts')) continue;
    const text = await readFile(path.join(root, file), 'utf8');
    expect([
      file,
      /rejectUnauthorized: *false|NODE_TLS_REJECT|insecureHTTPParser|sslmode=no-verify/.test(text),
    ]).toEqual([file, false]);
  }
});

describe('the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test('takes no address from anybody: no member of any call is one', async () => {
    const { body } = await callApi<Described>(server.url, 'GET', '/api/openapi.json');
    const members = Object.entries(body.paths).flatMap(([address, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody, parameters = [] }]) =>
        [
          ...parameters.map(({ name, schema }) => ({ name, schema: schema ?? {} })),
          ...membersOf({ requestBody }, body),
        ].map((member) => ({ ...member, call: `${method} ${address}` })),
      ),
    );
    expect(members.length).toBeGreaterThan(150);
    const telling = /ur[il]$|host|endpoint|webhook|callback|redirect|returnTo|proxy|server|domain/i;
    const addresses = members.filter(
      ({ name, schema }) => telling.test(name) || /^(uri|url|hostname|ipv[46])/.test(schema.format ?? ''),
    );
    // A place in the client, to which the browser is led: `companySignIn.contract.test.ts` tries others.
    expect(addresses.map(({ call, name }) => `${call} ${name}`)).toEqual([
      'get /api/auth/oidc/start returnTo',
    ]);
  });

  test('takes no secret in an address, where logs and histories would keep it', async () => {
    const { body } = await callApi<Described>(server.url, 'GET', '/api/openapi.json');
    const names = Object.values(body.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)),
    );
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => /token|password|secret|credential|^key$/i.test(name))).toEqual([]);
  });
});

interface Schema {
  format?: string;
  $ref?: string;
  properties?: Record<string, Schema>;
}
interface Described {
  paths: Record<
    string,
    Record<string, { requestBody?: unknown; parameters?: { name: string; schema?: Schema }[] }>
  >;
  components: { schemas: Record<string, Schema> };
}

/** Every member below a part of the description, those of named schemas too. */
function membersOf(
  part: unknown,
  all: Described,
  seen = new Set<string>(),
): { name: string; schema: Schema }[] {
  if (typeof part !== 'object' || part === null) return [];
  const { $ref, properties } = part as Schema;
  const named = $ref?.split('/').at(-1);
  const own = Object.entries(properties ?? {}).map(([name, schema]) => ({ name, schema }));
  if (named !== undefined && seen.has(named)) return own;
  if (named !== undefined) seen.add(named);
  const below = named === undefined ? Object.values(part) : [all.components.schemas[named]];
  return [...own, ...below.flatMap((inner) => membersOf(inner, all, seen))];
}
