import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { allRoutes, createApp } from '../../app';
import { permissionsOf } from '../../policies/permissions';
import type { Route } from '../../routes/route';
import { permissions } from '../../shared/people';
import { chatEvents } from '../../sockets/chatHandlers';
import { callApi, type Answer } from '../api';
import { openChat, type ChatClient } from '../chatClient';
import { fillPath, routeCalls, type RouteCall } from './routeCalls';
import { socketCalls } from './socketCalls';
import {
  buildWalkedWorld,
  signInFirstAdmin,
  startWalkedServer,
  type WalkedServer,
  type WalkedWorld,
} from './walkedWorld';

interface Recorded {
  name: string;
  error: string | null;
  employeeId: number | null;
}

let server: WalkedServer;
let world: WalkedWorld;
let client: ChatClient;
/** Calls that can be made only once. */
const made = new Map<string, Answer>();

beforeAll(async () => {
  server = await startWalkedServer();
  const setUp = keyed().get('post /init-admin')!;
  const call = routeCalls['post /init-admin']!({ server } as WalkedWorld) as RouteCall;
  made.set('post /init-admin', await callRoute(setUp, call));
  world = await buildWalkedWorld(server, await signInFirstAdmin(server));
  client = await openChat(server.url, world.rep.token);
});
afterAll(async () => {
  client?.close();
  await server?.close();
});

const keyOf = ({ method, path }: Route) => `${method} ${path}`;
const keyed = () => new Map(allRoutes(server.services).map((route) => [keyOf(route), route]));
const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

function callRoute(route: Route, call: RouteCall): Promise<Answer> {
  const { token, body, form, headers } = call;
  return callApi(server.url, route.method.toUpperCase(), fillPath(route.path, call), {
    ...{ token, body, form, headers },
  });
}

const records = (where: string, bind: object) =>
  server.services.database.sequelize.query<Recorded>(
    `SELECT name, error, employee_id AS "employeeId" FROM system_trace_logs WHERE ${where} ORDER BY number`,
    { bind: bind as Record<string, unknown>, type: QueryTypes.SELECT },
  );
const recordsOf = (answer: Answer) => records('request_id = $id', { id: answer.headers.get('x-request-id') });

/** Names that were counted, with their errors. */
async function counted(): Promise<Set<string>> {
  await server.services.calls.close();
  const rows = await records(`output ? 'calls'`, {});
  return new Set(rows.map(({ name, error }) => `${name}: ${error ?? 'served'}`));
}

test('no route is mounted beside the table', () => {
  const { stack } = createApp(server.services).router as unknown as {
    stack: { route?: { path: unknown } }[];
  };
  expect(stack.flatMap(({ route }) => (route ? [route.path] : []))).toEqual([]);
});

test('every route has a call in the walk', () => {
  expect(Object.keys(routeCalls).sort()).toEqual([...keyed().keys()].sort());
});

test('every route leaves the record it declares, when it is called by somebody who may', async () => {
  const missing: unknown[] = [];
  const toBeCounted: string[] = [];
  for (const [key, route] of keyed()) {
    const call = made.has(key) ? {} : await routeCalls[key]!(world);
    const answer = made.get(key) ?? (await callRoute(route, { token: world.admin, ...call }));
    const found = (await recordsOf(answer)).filter(({ error }) => error === null).map(({ name }) => name);
    const expected = route.record === 'access' ? nameOf(route) : route.record;
    if (answer.status >= 400) missing.push([key, answer.status, answer.body]);
    else if (route.record === 'count') toBeCounted.push(`${nameOf(route)}: served`);
    else if (found.filter((name) => name === expected).length !== 1) missing.push([key, expected, found]);
  }
  const counts = await counted();
  expect([missing, toBeCounted.filter((name) => !counts.has(name))]).toEqual([[], []]);
});

test('every route leaves a record when it is called by somebody who may not', async () => {
  const missing: unknown[] = [];
  const toBeCounted: string[] = [];
  for (const [key, route] of keyed()) {
    const { who } = route;
    // Whoever asks for a thing of somebody else, or that is not there; whoever lacks the right; and nobody at all.
    const person = permissions.includes(who as never) ? personWithout(who as never) : world.rep;
    const answer = await callRoute(route, { token: person.token, body: wrongBody(route) });
    if (answer.status >= 400) {
      const [refusal] = (await recordsOf(answer)).filter(({ error }) => error !== null);
      const { code } = answer.body as { code: string };
      const { employeeId, error } = refusal ?? {};
      if (error !== code || employeeId !== person.id) missing.push([key, answer.body, refusal]);
    }
    if (route.record === 'count') continue;
    const anonymous = await callRoute(route, { body: wrongBody(route) });
    const { code } = (anonymous.body ?? {}) as { code?: string };
    toBeCounted.push(`${nameOf(route)}${code ? ` refused: ${code}` : ': served'}`);
  }
  const counts = await counted();
  expect([missing, toBeCounted.filter((name) => !counts.has(name))]).toEqual([[], []]);
});

test('what no route takes is counted: files, paths that are not there, calls that cannot be read', async () => {
  // A page of the client is there or not, as it was built or not.
  const callsOf = async () => {
    await server.services.calls.close();
    const [row] = await server.services.database.sequelize.query<{ calls: number }>(
      `SELECT sum((output ->> 'calls')::integer)::integer AS calls FROM system_trace_logs
       WHERE name IN ('client', 'call refused')`,
      { type: QueryTypes.SELECT },
    );
    return row!.calls ?? 0;
  };
  const before = await callsOf();
  const unreadable = { headers: { 'content-type': 'application/json', 'content-encoding': 'nonsense' } };
  await callApi(server.url, 'GET', '/chats');
  await callApi(server.url, 'GET', '/api/nothing');
  await callApi(server.url, 'POST', '/healthz');
  await callApi(server.url, 'POST', '/api/search', { ...unreadable, body: { query: '한도' } });
  expect((await callsOf()) - before).toBe(4);
});

test('every event of sockets leaves the record it declares, and one when it is refused', async () => {
  const events = chatEvents(server.services.chat);
  expect(Object.keys(socketCalls).sort()).toEqual(events.map(({ name }) => name).sort());
  const missing: unknown[] = [];
  for (const { name, record } of events) {
    const send = async (payload: object) => {
      const [{ last }] = (await server.services.database.sequelize.query(
        'SELECT max(number) AS last FROM system_trace_logs',
        { type: QueryTypes.SELECT },
      )) as [{ last: number }];
      const ack = await client.socket.timeout(30_000).emitWithAck(name, payload as never);
      const found = await records(`number > $last AND name IN ($name, $record, $refused)`, {
        ...{ last, name, record: record === 'access' ? name : record, refused: `${name} refused` },
      });
      return { ack, found };
    };
    const good = await send(await socketCalls[name]!(world));
    const expected = record === 'access' ? name : record;
    const names = good.found.map((row) => row.name);
    if (!good.ack.ok || names.join() !== expected || good.found[0]!.employeeId !== world.rep.id)
      missing.push([name, good]);
    const nowhere = { turnId: randomUUID(), conversationId: randomUUID(), clientMessageId: 'x', text: 'x' };
    for (const payload of [nowhere, { nonsense: true }]) {
      const { ack, found } = await send(payload);
      if (ack.ok || found.length !== 1 || found[0]!.error !== ack.error.code)
        missing.push([name, payload, ack, found]);
    }
  }
  expect(missing).toEqual([]);
});

test('a socket that is let in leaves a record, and one that is not', async () => {
  expect(await records(`name = 'socket connect' AND employee_id = $id`, { id: world.rep.id })).not.toEqual(
    [],
  );
  await expect(openChat(server.url, 'no token')).rejects.toThrow();
  // An event that asks for no ack gets none and does nothing.
  (client.socket as unknown as { emit(name: string, payload: object): void }).emit('chat:stop', {
    turnId: randomUUID(),
  });
  await client.socket.timeout(30_000).emitWithAck('chat:stop', { turnId: randomUUID() });
  const counts = await counted();
  expect([...counts]).toContain('socket connect refused: unauthenticated');
  expect([...counts]).toContain('chat:stop refused: bad_request');
});

test('somebody who is refused without end is counted after a while', async () => {
  const { rep } = world;
  const refused = `name = 'GET /api/employees refused' AND employee_id = ${rep.id}`;
  for (let at = 0; at < 450; at += 1)
    await callApi(server.url, 'GET', '/api/employees', { token: rep.token });
  await server.services.calls.close();
  const [count] = await server.services.database.sequelize.query<{ rows: number; calls: number }>(
    `SELECT count(*)::integer AS rows, sum(coalesce((output ->> 'calls')::integer, 1))::integer AS calls
     FROM system_trace_logs WHERE ${refused}`,
    { type: QueryTypes.SELECT },
  );
  expect(count!.calls).toBeGreaterThanOrEqual(450);
  expect(count!.rows).toBeLessThan(310);
});

/** Somebody who is signed in and does not have a right. */
function personWithout(right: Parameters<ReturnType<typeof permissionsOf>['has']>[0]) {
  return permissionsOf('rep', []).has(right) ? world.analyst : world.rep;
}

function wrongBody({ method }: Route): object | undefined {
  return method === 'get' ? undefined : { nonsense: 1 };
}
