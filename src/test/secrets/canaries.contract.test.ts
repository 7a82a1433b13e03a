import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { secretSettings } from '../../env/secretFiles';
import type { LoginResponse } from '../../shared/people';
import { openDatabase } from '../../storage/database/openDatabase';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { createTestDatabase, type TestDatabase } from '../database';
import { uploadDocument, waitForDocument } from '../documents';
import { emptyBucket } from '../emptyBucket';
import { freePort } from '../freePort';
import { serviceSettings } from '../faults/startedWorker';
import { findInDatabase } from '../findInDatabase';
import { createBrowser, signInAtProvider } from '../oidc/browser';
import { startCompanyProvider, type CompanyProvider } from '../oidc/companyProvider';
import { startOtlpReceiver, type OtlpReceiver } from '../otlpReceiver';
import { createPerson, testPassword } from '../people';
import { startScriptedEmbeddings, vectorsBody } from '../scriptedEmbeddings';
import { callsTools, fails, says } from '../scriptedModel/scriptedAnswer';
import { startScriptedModel, type ScriptedModel } from '../scriptedModel/scriptedModel';
import { dropIndexes } from '../server';
import { serviceEnv } from '../services';
import { failToStart, watchProgram, type WatchedProgram } from './watchedProgram';

/** Unmistakable, and of any length that is asked for. */
const canary = (name: string) => `canary-${name.toLowerCase().replaceAll('_', '-')}-qv7x-0123456789abcdef`;

const services = serviceEnv();
const name = `narutalk-test-canary-${process.pid}`;
const openSearch = services.openSearch && { ...services.openSearch, indexPrefix: name };
const minio = services.minio && { ...services.minio, bucket: name };
const email = 'admin@test.example';
const wrongPassword = canary('wrong-password');
const newPassword = canary('new-password');

/** Everything that must be found nowhere, by what it is. */
const secrets = new Map<string, string>();
let database: TestDatabase;
let model: ScriptedModel;
let embeddings: Awaited<ReturnType<typeof startScriptedEmbeddings>>;
let provider: CompanyProvider;
let collector: OtlpReceiver;
let program: WatchedProgram;
let temporary: string;
/** Every answer of the API, and what came on the sockets. */
const answers: string[] = [];
let areEmbeddingsAway = false;

beforeAll(async () => {
  database = await createTestDatabase();
  model = await startScriptedModel();
  // Some endpoints send back the key that they refuse.
  embeddings = await startScriptedEmbeddings(({ input, authorization }) =>
    areEmbeddingsAway
      ? { status: 401, body: { error: `no such key: ${authorization}` } }
      : { body: vectorsBody(input.map(() => [1, 0, 0, 0])) },
  );
  collector = await startOtlpReceiver();
  const port = await freePort();
  provider = await startCompanyProvider(`http://127.0.0.1:${port}`);
  const person = {
    email: 'company@test.example',
    name: '회사 사람',
    groups: ['sales'],
    employeeNumber: 'C1',
  };
  provider.accounts.set('subject', person);
  temporary = path.join(database.settings.dataDir, 'temporary');
  await mkdir(temporary);
  program = await watchProgram({ ...settings(), PORT: String(port) });
});
afterAll(async () => {
  await program?.stop();
  embeddings?.close();
  await model?.close();
  await collector?.close();
  await provider?.close();
  if (minio) await emptyBucket(minio);
  if (openSearch) await dropIndexes(openSearch);
  await database?.remove();
});

function settings(): Record<string, string> {
  const own = Object.fromEntries(secretSettings.map((setting) => [setting, canary(setting)]));
  const { issuer, clientId, clientSecret, groupRoles, publicUrl } = provider.settings;
  const used = {
    ...own,
    AUDIT_FORMER_KEYS: `${canary('former-key-1')},${canary('former-key-2')}`,
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${canary('otlp')}`,
    OIDC_CLIENT_SECRET: clientSecret!,
    ...withPasswords(
      serviceSettings({ database: database.settings.database, openSearch, minio, embeddings: undefined }),
    ),
  };
  for (const [setting, value] of Object.entries(used)) remember(setting, value);
  const addresses = ['DATABASE_URL', 'DATABASE_READER_URL', 'OPENSEARCH_URL'];
  return {
    ...Object.fromEntries(
      Object.entries(used).filter(
        ([setting, value]) => !addresses.includes(setting) || value.includes('://'),
      ),
    ),
    DATA_DIR: database.settings.dataDir,
    LOG_LEVEL: 'debug',
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'scripted-model',
    EMBEDDINGS_URL: embeddings.settings.url,
    EMBEDDINGS_QUERY_MODEL: 'scripted',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_GROUP_ROLES: JSON.stringify(groupRoles),
    PUBLIC_URL: publicUrl,
    OIDC_EMPLOYEE_NO_CLAIM: 'employee_number',
    OIDC_SCOPES: provider.settings.scopes,
    TMPDIR: temporary,
  };
}

/** The index of this machine asks for no password, and takes one. */
function withPasswords(given: Record<string, string>): Record<string, string> {
  if (!given.OPENSEARCH_URL) return given;
  const address = new URL(given.OPENSEARCH_URL);
  address.username = 'narutalk';
  address.password = canary('opensearch-password');
  return { ...given, OPENSEARCH_URL: address.href };
}

/** What is looked for: the secret of a setting, and not the address or the name around it. */
function remember(setting: string, value: string): void {
  const secret = value.includes('://')
    ? new URL(value).password
    : value.replace(/^authorization=Bearer%20/, '');
  for (const one of secret.split(',')) if (one.length >= 8) secrets.set(`${setting} ${secrets.size}`, one);
}

async function call<Body = Record<string, unknown>>(
  method: string,
  address: string,
  options: Parameters<typeof callApi>[3] = {},
) {
  const answer = await callApi<Body>(program.url, method, address, options);
  answers.push(`${method} ${address} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The answer to a sign-in or a key holds its own secret, once, for whoever asked: from then on it is one. */
function isTold(what: string, secret: string): string {
  secrets.set(what, secret);
  answers.pop();
  return secret;
}

describe('a program with a canary in every secret setting', () => {
  let token = '';
  let documentId = '';

  test('serves: first admin, sign-in, wrong sign-in, keys, second factor', async () => {
    secrets.set('a wrong password', wrongPassword);
    secrets.set('a password', testPassword);
    secrets.set('a new password', newPassword);
    const body = { name: '관리자', email, password: testPassword };
    expect((await call('POST', '/init-admin', { token: canary('wrong-token'), body })).status).toBe(401);
    secrets.set('a wrong set-up token', canary('wrong-token'));
    expect((await call('POST', '/init-admin', { token: canary('SETUP_TOKEN'), body })).status).toBe(201);
    const login = { email, password: testPassword };
    const first = await call<LoginResponse>('POST', '/api/auth/login', { body: login });
    token = isTold('an access token', first.body.accessToken);
    const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!;
    secrets.set('a refresh token', cookie.split('=')[1]!);
    const again = await call<LoginResponse>('POST', '/api/auth/refresh', { headers: { cookie } });
    token = isTold('a second access token', again.body.accessToken);
    const wrong = await call('POST', '/api/auth/login', { body: { email, password: wrongPassword } });
    expect(wrong.status).toBe(401);
    const nobody = { email: 'nobody@test.example', password: wrongPassword };
    expect((await call('POST', '/api/auth/login', { body: nobody })).status).toBe(401);
    expect((await call('GET', '/api/auth/me', { token: canary('wrong-access-token') })).status).toBe(401);
    secrets.set('a wrong access token', canary('wrong-access-token'));
    const change = { currentPassword: testPassword, newPassword };
    expect((await call('POST', '/api/auth/password', { token, body: change })).status).toBe(204);
    const key = await call<{ key: string }>('POST', '/api/auth/api-keys', {
      token,
      body: { name: '열쇠', scopes: ['chat.use'], days: 1, currentPassword: newPassword },
    });
    expect(key.status).toBe(201);
    isTold('an API key', key.body.key);
    await call('GET', '/api/documents', { token: key.body.key });
    const factor = await call<{ secret: string }>('POST', '/api/auth/second-factor', {
      token,
      body: { currentPassword: newPassword },
    });
    isTold('a TOTP secret', factor.body.secret);
  });

  test('signs people of the company in, and refuses a code that is none', async () => {
    const browser = createBrowser();
    const start = await browser.open(new URL('/api/auth/oidc/start', program.url));
    const back = await signInAtProvider(browser, start, 'subject');
    secrets.set('a code of the provider', back.searchParams.get('code')!);
    expect((await browser.open(back)).headers.get('location')).toBe('/');
    secrets.set('a refresh token of the company', browser.cookie('narutalk_refresh')!);
    const wrong = new URL(back);
    wrong.searchParams.set('code', canary('wrong-code'));
    secrets.set('a wrong code', canary('wrong-code'));
    await browser.open(wrong);
  });

  test('reads a document, with embeddings and without', async () => {
    const content = '설명회 식음료 한도는 1인당 10만원이다.';
    ({ id: documentId } = await uploadDocument(program, token, '한도.txt', content));
    expect((await waitForDocument(program, token, documentId)).status).toBe('indexed');
    areEmbeddingsAway = true;
    await call('POST', '/api/search', { token, body: { query: '식음료 한도' } });
    await call('GET', `/api/documents/${documentId}`, { token });
  });

  test('answers, also when the model fails and sends back the key it was sent', async () => {
    const chat = await openChat(program.url, token);
    model.script(
      callsTools({ name: 'search_documents', arguments: { query: '식음료 한도' } }),
      says('한도는 1인당 10만원입니다.'),
    );
    await chat.ask('식음료 한도가 얼마야?');
    model.otherwise({
      kind: 'refusal',
      status: 401,
      message: `Incorrect API key provided: ${canary('OPENAI_API_KEY')}`,
    });
    await chat.ask('그럼 교통비는?');
    model.otherwise(fails());
    await chat.ask('그럼 숙박비는?');
    answers.push(JSON.stringify(chat.events));
    chat.close();
    expect(model.requests[0]!.headers.authorization).toBe(`Bearer ${canary('OPENAI_API_KEY')}`);
    expect(embeddings.requests[0]!.authorization).toBe(`Bearer ${canary('EMBEDDINGS_API_KEY')}`);
  });

  test('meets errors: what is not there, what cannot be read, and a fault of its own', async () => {
    await call('GET', `/api/nothing?token=x`, { token });
    await call('POST', '/api/auth/login', {
      headers: { 'content-type': 'application/json' },
      body: undefined,
    });
    // Where uploads are received, there is a file.
    await rm(path.join(temporary, 'narutalk-uploads'), { recursive: true });
    await writeFile(path.join(temporary, 'narutalk-uploads'), '');
    const form = new FormData();
    form.set('file', new Blob(['무엇이든']), '무엇.txt');
    expect((await call('POST', '/api/documents', { token, form })).status).toBe(500);
    await program.hasWritten('request failed');
  });

  test('tells nobody any of it: every answer to a GET, its figures and what it sent to the collector', async () => {
    const { body } = await callApi<{ paths: Record<string, { get?: unknown }> }>(
      program.url,
      'GET',
      '/api/openapi.json',
    );
    const addresses = Object.entries(body.paths).filter(
      ([address, methods]) => methods.get && !address.includes('{') && !address.includes('/oidc/'),
    );
    expect(addresses.length).toBeGreaterThan(30);
    const { token: analyst } = await createPerson(program, token, { role: 'analyst' });
    for (const [address] of addresses)
      for (const each of [token, analyst]) await call('GET', address, { token: each });
    const turns = await call<{ items: { turnId: string }[] }>('GET', '/api/audit/turns', { token: analyst });
    expect(turns.body.items).toHaveLength(3);
    for (const { turnId } of turns.body.items) {
      await call('GET', `/api/audit/turns/${turnId}`, { token: analyst });
      const trace = await call('GET', `/api/audit/turns/${turnId}/trace`, { token: analyst });
      expect(trace.status).toBe(200);
    }
    for (const address of ['/metrics', '/readyz', '/healthz']) await call('GET', address);
    expect(found(answers.join('\n'))).toEqual([]);
  });

  test('and leaves none in what it wrote, sent and stored', async () => {
    await program.stop();
    expect(collector.requests[0]!.headers.authorization).toBe(`Bearer ${canary('otlp')}`);
    expect(collector.spans.length).toBeGreaterThan(5);
    const spans = JSON.stringify(collector.spans, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(found(spans)).toEqual([]);
    expect(program.written()).toContain('turn ended');
    expect(found(program.written())).toEqual([]);
    const stored = await openDatabase(database.settings);
    try {
      expect(await findInDatabase(stored.sequelize, ['Incorrect API key provided: [secret]'])).toContainEqual(
        expect.stringContaining('system_trace_logs'),
      );
      expect(await findInDatabase(stored.sequelize, [...secrets.values()])).toEqual([]);
    } finally {
      await stored.close();
    }
  });
});

test.each([
  ['a database that is away', { DATABASE_URL: `postgres://narutalk:${canary('pg')}@127.0.0.1:9/none` }],
  ['an address that is none', { DATABASE_URL: `postgres:/${canary('pg')}` }],
  ['an index that is away', { OPENSEARCH_URL: `http://narutalk:${canary('index')}@127.0.0.1:9` }],
  [
    'a file store that is away',
    {
      MINIO_ENDPOINT: 'http://127.0.0.1:9',
      MINIO_ACCESS_KEY: canary('access'),
      MINIO_SECRET_KEY: canary('secret'),
    },
  ],
  ['a secret that is too short', { AUTH_SECRET: 'canary-short' }],
  ['headers that are none', { OTEL_EXPORTER_OTLP_HEADERS: canary('headers') }],
])('%s stops the start without a word of the secret', async (_what, wrong) => {
  const { settings: given, remove } = await createTestDatabase('bare');
  const written = await failToStart({ DATA_DIR: given.dataDir, LOG_LEVEL: 'debug', ...wrong });
  await remove();
  expect(written).not.toBe('');
  expect(written).not.toContain('canary-');
});

function found(text: string): string[] {
  return [...secrets].filter(([, secret]) => text.includes(secret)).map(([what]) => what);
}
