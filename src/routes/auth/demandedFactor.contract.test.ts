import { allRoutes } from '../../app';
import { startServer, type RunningServer } from '../../start/startServer';
import type {
  EmployeeWithFactorDto,
  LoginResponse,
  Role,
  SessionDto,
  SignedInEmployeeDto,
} from '../../shared/people';
import { callApi } from '../../test/api';
import { openChat, type ChatClient } from '../../test/chatClient';
import { freePort } from '../../test/freePort';
import { createBrowser, ledTo, signInAtProvider } from '../../test/oidc/browser';
import { startCompanyProvider, type CompanyProvider } from '../../test/oidc/companyProvider';
import { createAdmin, createPerson, signIn, testPassword, type TestPerson } from '../../test/people';
import { says } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedModel, type ScriptedModel } from '../../test/scriptedModel/scriptedModel';
import { codeOf, setUpSecondFactor } from '../../test/secondFactor';
import { startTestServer, type TestServer } from '../../test/server';
import { serviceEnv } from '../../test/services';

/** Milliseconds in which a change of a person reaches open connections. */
const withinMs = 5_000;

let provider: CompanyProvider;
let model: ScriptedModel;
let server: TestServer;
let admin: string;
const clients: ChatClient[] = [];

beforeAll(async () => {
  const port = await freePort();
  provider = await startCompanyProvider(`http://127.0.0.1:${port}`);
  model = await startScriptedModel();
  server = await startTestServer({
    ...{ port, companySignIn: provider.settings, secondFactorRoles: ['admin', 'analyst'] },
    chatModel: { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' },
  });
  admin = await createAdmin(server);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server?.close();
  await provider?.close();
  await model?.close();
});

const call = <Body = { code?: string }>(method: string, path: string, token: string, body?: unknown) =>
  callApi<Body>(server.url, method, path, { token, body });
const codeOfCall = async (method: string, path: string, token: string, body?: unknown) => {
  const answer = await call(method, path, token, body);
  return answer.body?.code ?? answer.status;
};
const search = (token: string) => codeOfCall('POST', '/api/search', token, { query: '한도' });
const newPerson = (role: Role) => createPerson(server, admin, { role });
const become = async ({ id }: TestPerson, role: Role) => {
  expect((await call('PATCH', `/api/employees/${id}`, admin, { role })).status).toBe(200);
};
const newKey = async ({ token }: TestPerson) => {
  const body = { name: '보고서', scopes: ['chat.use'], days: 30, currentPassword: testPassword };
  return (await call<{ key: string }>('POST', '/api/auth/api-keys', token, body)).body.key;
};
async function open(token: string, url = server.url): Promise<ChatClient> {
  const client = await openChat(url, token);
  clients.push(client);
  return client;
}
const nobody = '00000000-0000-4000-8000-000000000000';
/** What each event of the sockets is answered. */
async function eventCodes({ socket }: ChatClient): Promise<string[]> {
  const acks = [
    await socket.emitWithAck('chat:send', { clientMessageId: 'owing', text: '질문' }),
    await socket.emitWithAck('chat:stop', { turnId: nobody }),
    await socket.emitWithAck('chat:resume', { conversationId: nobody, lastSeq: 0 }),
    await socket.emitWithAck('chat:regenerate', { turnId: nobody }),
    await socket.emitWithAck('chat:feedback', { turnId: nobody, rating: 'up' }),
  ];
  return acks.map((ack) => (ack.ok ? 'ok' : ack.error.code));
}
const demanded = 'second_factor_demanded';
const allDemanded = Array<string>(5).fill(demanded);

/** What somebody may call who owes a second factor: what pays it, and what looks after the own sign-ins. */
const openRoutes = [
  'get /api/auth/me',
  'get /api/auth/second-factor',
  'post /api/auth/second-factor',
  'post /api/auth/second-factor/confirm',
  'post /api/auth/password',
  'get /api/auth/sessions',
  'delete /api/auth/sessions',
  'delete /api/auth/sessions/:id',
];

test('the first admin sets one up, and goes on in the same sign-in', async () => {
  expect(await codeOfCall('GET', '/api/employees', admin)).toBe(demanded);
  expect((await call<SignedInEmployeeDto>('GET', '/api/auth/me', admin)).body).toMatchObject({
    ...{ role: 'admin', permissions: [] },
  });
  await setUpSecondFactor(server.url, admin);
  expect((await call('GET', '/api/employees', admin)).status).toBe(200);
  expect((await call<SignedInEmployeeDto>('GET', '/api/auth/me', admin)).body.permissions).toContain(
    'employees.manage',
  );
});

describe('whoever owes a second factor', () => {
  test('signs in, and is refused every route but those that pay it or look after the own sign-ins', async () => {
    const { token } = await newPerson('analyst');
    const answered: string[] = [];
    for (const { method, path, who } of allRoutes(server.services)) {
      if (who === 'everyone') continue;
      const { status, body } = await call(method.toUpperCase(), path.replace(/:\w+/gu, '1'), token);
      if (body?.code === demanded) expect([path, status]).toEqual([path, 403]);
      else answered.push(`${method} ${path}`);
    }
    expect(answered.sort()).toEqual([...openRoutes].sort());
    // Which ask for the person by themselves.
    for (const [method, path] of [
      ['GET', '/admin/migrations'],
      ['POST', '/admin/migrate'],
    ] as const)
      expect(await codeOfCall(method, path, token)).toBe(demanded);
  });

  test('changes the password, sees and ends the own sign-ins, refreshes and signs out', async () => {
    const { email, token } = await newPerson('analyst');
    const other = await signIn(server.url, email);
    const { items } = (await call<{ items: SessionDto[] }>('GET', '/api/auth/sessions', token)).body;
    const otherId = items.find(({ current }) => !current)!.id;
    expect((await call('DELETE', `/api/auth/sessions/${otherId}`, token)).status).toBe(204);
    expect((await call('GET', '/api/auth/me', other)).status).toBe(401);
    const newPassword = 'another-password-2';
    const change = { currentPassword: testPassword, newPassword };
    expect((await call('POST', '/api/auth/password', token, change)).status).toBe(204);
    const login = await callApi<LoginResponse>(server.url, 'POST', '/api/auth/login', {
      body: { email, password: newPassword },
    });
    const cookieOf = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!;
    const refreshed = await callApi<LoginResponse>(server.url, 'POST', '/api/auth/refresh', {
      headers: { cookie: cookieOf(login.headers) },
    });
    expect(refreshed.status).toBe(200);
    const fresh = refreshed.body.accessToken;
    expect(await search(fresh)).toBe(demanded);
    const cookie = cookieOf(refreshed.headers);
    expect((await callApi(server.url, 'POST', '/api/auth/logout', { headers: { cookie } })).status).toBe(204);
    expect((await call('GET', '/api/auth/me', fresh)).status).toBe(401);
  });

  test('opens no socket before it is paid, and one with the same token after', async () => {
    const { token } = await newPerson('analyst');
    await expect(open(token)).rejects.toMatchObject({ data: { code: demanded } });
    await setUpSecondFactor(server.url, token);
    expect(await search(token)).toBe(200);
    expect((await eventCodes(await open(token))).slice(1)).toEqual(Array(4).fill('not_found'));
  });

  test('leaves a record of each refusal', async () => {
    const { id, token } = await newPerson('analyst');
    await search(token);
    const [rows] = await server.services.database.sequelize.query(
      `SELECT name FROM system_trace_logs WHERE employee_id = ${id} AND error = '${demanded}'`,
    );
    expect(rows).toEqual([{ name: 'POST /api/search refused' }]);
  });
});

describe('a role that becomes one of those', () => {
  test('shuts routes, keys and events of an open socket at once, until a second factor is there', async () => {
    const person = await newPerson('rep');
    const [chat, key] = [await open(person.token), await newKey(person)];
    expect([await search(person.token), await search(key)]).toEqual([200, 200]);
    await become(person, 'analyst');
    expect([await search(person.token), await search(key)]).toEqual([demanded, demanded]);
    // A key does nothing for its owner that its owner may still do.
    expect(await codeOfCall('GET', '/api/auth/me', key)).toBe(demanded);
    const since = performance.now();
    while ((await eventCodes(chat)).join() !== allDemanded.join())
      if (performance.now() - since > 2 * withinMs) throw new Error('an event was not refused');
    expect(performance.now() - since).toBeLessThan(withinMs);
    await setUpSecondFactor(server.url, person.token);
    expect([await search(person.token), await search(key)]).toEqual([200, 200]);
    expect((await eventCodes(chat)).slice(2)).toEqual(Array(3).fill('not_found'));
    expect(chat.socket.connected).toBe(true);
  });

  test('sends nothing to an open socket meanwhile, and what was missed when it is asked for', async () => {
    const person = await newPerson('rep');
    const chat = await open(person.token);
    let goOn = () => {};
    const goesOn = new Promise<void>((resolve) => (goOn = resolve));
    const message = says('한도는 3만 원입니다.');
    model.script({ kind: 'held-stream', message, afterChunks: 0, goesOn });
    const ack = await chat.send('식음료 한도는?');
    if (!ack.ok) throw new Error(ack.error.code);
    await become(person, 'analyst');
    // The event that does not ask the database goes by what the last look at open sockets found.
    while ((await eventCodes(chat)).join() !== allDemanded.join());
    const seen = chat.events.length;
    goOn();
    const turn = async () =>
      (await call<{ status: string }>('GET', `/api/audit/turns/${ack.turnId}`, auditor.token)).body.status;
    const auditor = await newPerson('analyst');
    await setUpSecondFactor(server.url, auditor.token);
    while ((await turn()) === 'running');
    expect([await turn(), chat.events.length]).toEqual(['completed', seen]);
    await setUpSecondFactor(server.url, person.token);
    const { conversationId } = ack;
    await chat.socket.emitWithAck('chat:resume', { conversationId, lastSeq: chat.events.at(-1)?.seq ?? 0 });
    expect(chat.events.at(-1)).toMatchObject({ type: 'turn-completed', turnId: ack.turnId });
  });

  test('opens everything again when it becomes another', async () => {
    const person = await newPerson('analyst');
    await become(person, 'manager');
    expect(await search(person.token)).toBe(200);
  });
});

describe('a second factor that is there', () => {
  test('stays for these roles, is said to, and goes for others', async () => {
    const person = await newPerson('analyst');
    const factor = await setUpSecondFactor(server.url, person.token);
    const own = async () => (await call('GET', '/api/auth/second-factor', person.token)).body;
    const remove = () =>
      codeOfCall('POST', '/api/auth/second-factor/remove', person.token, {
        ...{ currentPassword: testPassword, code: codeOf(factor) },
      });
    expect(await own()).toMatchObject({ on: true, demanded: true });
    expect(await remove()).toBe('second_factor_stays');
    await become(person, 'rep');
    expect(await own()).toMatchObject({ on: true, demanded: false });
    expect(await remove()).toBe(204);
    expect(await search(person.token)).toBe(200);
  });

  test('is owed anew after an admin took it away', async () => {
    const { id, email, token } = await newPerson('analyst');
    await setUpSecondFactor(server.url, token);
    expect((await call('DELETE', `/api/employees/${id}/second-factor`, admin)).status).toBe(204);
    expect(await search(await signIn(server.url, email))).toBe(demanded);
  });

  test('is shown in the list of people, and of one', async () => {
    const [without, begun, having] = [await newPerson('rep'), await newPerson('rep'), await newPerson('rep')];
    await call('POST', '/api/auth/second-factor', begun.token, { currentPassword: testPassword });
    await setUpSecondFactor(server.url, having.token);
    const { items } = (
      await call<{ items: EmployeeWithFactorDto[] }>('GET', '/api/employees?limit=200', admin)
    ).body;
    const shown = await Promise.all(
      [without, begun, having].map(async ({ id }) => [
        items.find((item) => item.id === id)!.secondFactor,
        (await call<EmployeeWithFactorDto>('GET', `/api/employees/${id}`, admin)).body.secondFactor,
      ]),
    );
    expect(shown).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });
});

describe('who signs in with the company', () => {
  /** The whole way, as somebody of the auditors’ group. */
  async function comeIn(changes: { email: string; employeeNumber: string }): Promise<string> {
    const subject = changes.email;
    provider.accounts.set(subject, { name: '회사 사람', groups: ['audit'], ...changes });
    const browser = createBrowser();
    const start = await browser.open(new URL('/api/auth/oidc/start', server.url));
    expect(ledTo(await browser.open(await signInAtProvider(browser, start, subject))).search).toBe('');
    const cookie = `narutalk_refresh=${browser.cookie('narutalk_refresh')}`;
    const path = '/api/auth/refresh';
    return (await callApi<LoginResponse>(server.url, 'POST', path, { headers: { cookie } })).body.accessToken;
  }
  const makeKey = async (token: string, currentPassword?: string) => {
    const body = { name: '보고서', scopes: ['chat.use'], days: 30, currentPassword };
    return (await call<{ key: string }>('POST', '/api/auth/api-keys', token, body)).body.key;
  };

  test('owes none here, nor do the keys of who has no password', async () => {
    const token = await comeIn({ email: 'audit1@test.example', employeeNumber: 'CF1' });
    expect(await search(token)).toBe(200);
    expect(await search(await makeKey(token))).toBe(200);
    expect((await eventCodes(await open(token))).slice(2)).toEqual(Array(3).fill('not_found'));
  });

  test('owes it in a sign-in by a password besides, and so do the keys', async () => {
    const person = await newPerson('analyst');
    const token = await comeIn({ email: person.email, employeeNumber: person.employeeNo });
    const [byCompany, byPassword] = [await open(token), person.token];
    expect([await search(token), await search(byPassword), await search(token)]).toEqual([
      200,
      demanded,
      200,
    ]);
    expect(await search(await makeKey(token, testPassword))).toBe(demanded);
    expect((await eventCodes(byCompany)).slice(2)).toEqual(Array(3).fill('not_found'));
  });
});

// The embedded database has one process.
(serviceEnv().database ? describe : describe.skip)('on another server process', () => {
  let there: RunningServer;
  beforeAll(async () => {
    there = await startServer({ ...server.env, processRole: 'server', port: 0 }, () => {});
  });
  afterAll(() => there.close());

  test('a role counts within seconds, a second factor at once, also on an open socket', async () => {
    const person = await newPerson('rep');
    const chat = await open(person.token, there.url!);
    const searchThere = async () => {
      const request = { token: person.token, body: { query: '한도' } };
      const { body, status } = await callApi<{ code?: string }>(there.url!, 'POST', '/api/search', request);
      return body.code ?? status;
    };
    expect(await searchThere()).toBe(200);
    await become(person, 'analyst');
    const since = performance.now();
    while ((await searchThere()) !== demanded || (await eventCodes(chat)).join() !== allDemanded.join())
      if (performance.now() - since > 2 * withinMs) throw new Error('never refused');
    expect(performance.now() - since).toBeLessThan(withinMs);
    await setUpSecondFactor(server.url, person.token);
    expect(await searchThere()).toBe(200);
    expect((await eventCodes(chat)).slice(2)).toEqual(Array(3).fill('not_found'));
  });
});
