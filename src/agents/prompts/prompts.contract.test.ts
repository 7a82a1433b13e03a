import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { QueryTypes } from 'sequelize';
import type { SpanDto } from '../../shared/audit';
import type { Page, Problem } from '../../shared/problem';
import type { PromptActivationDto, PromptDto, PromptTextDto, PromptVersionDto } from '../../shared/prompts';
import { startServer } from '../../start/startServer';
import { callApi } from '../../test/api';
import { openChat, type ChatClient } from '../../test/chatClient';
import { patienceMs } from '../../test/patience';
import { createPerson, type TestPerson } from '../../test/people';
import { says } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../../test/scriptedServer';
import { serviceEnv } from '../../test/services';

let scripted: ScriptedServer;
let rep: TestPerson;
let analyst: TestPerson;
let chat: ChatClient;
let releaseText: string;

beforeAll(async () => {
  scripted = await startScriptedServer();
  scripted.model.otherwise(says('답변입니다.'));
  const { server, admin } = scripted;
  rep = await createPerson(server, admin, { role: 'rep' });
  analyst = await createPerson(server, admin, { role: 'analyst' });
  chat = await openChat(server.url, rep.token);
  releaseText = (await textOf('release')).body;
});
afterAll(async () => {
  chat?.close();
  await scripted?.close();
});

const call = <Body>(method: string, path: string, body?: unknown, token = scripted.admin) =>
  callApi<Body>(scripted.server.url, method, `/api/prompts${path}`, { token, body });
const activate = (version: number | 'release') => call<PromptDto>('PUT', '/assistant/in-force', { version });
const textOf = async (version: number | 'release') =>
  (await call<PromptTextDto>('GET', `/assistant/versions/${version}`)).body;
async function save(mark: string): Promise<PromptVersionDto> {
  const body = `${releaseText}\n${mark}`;
  const answer = await call<PromptVersionDto>('POST', '/assistant/versions', { body, reason: '시험' });
  expect(answer.status).toBe(201);
  return answer.body;
}
const state = async () =>
  (await call<{ items: PromptDto[] }>('GET', '')).body.items.find(({ name }) => name === 'assistant')!;

/** What the model was told as its system in the last request. */
function lastSystem(): string {
  const { messages } = scripted.model.requests.at(-1)!.body;
  const { role, content } = messages[0]!;
  expect(role).toBe('system');
  return JSON.stringify(content);
}

/** What a new turn tells the model, and what its trace says of the prompt. */
async function ask(client = chat) {
  const events = await client.ask('제품 보관 온도가 어떻게 되나요?');
  expect(events.at(-1)!.type).toBe('turn-completed');
  const { body } = await callApi<{ items: SpanDto[] }>(
    scripted.server.url,
    'GET',
    `/api/audit/turns/${events[0]!.turnId}/trace`,
    { token: analyst.token },
  );
  const [span] = body.items.filter(({ kind }) => kind === 'model');
  return { system: lastSystem(), prompt: (span!.input as { prompt: object }).prompt };
}

test('the release is in force until a version is, which the next turn is asked with; and so again after going back', async () => {
  const file = await readFile(path.join(__dirname, '..', '..', '..', 'prompts', 'assistant.md'), 'utf8');
  expect(file.endsWith(releaseText)).toBe(true);
  const before = await state();
  expect(before).toMatchObject({
    inForce: 'release',
    chosen: { version: 'release', by: null },
    trouble: null,
  });
  const first = await ask();
  expect(first.prompt).toEqual({ name: 'assistant', ...before.release });

  const saved = await save('답 끝에는 항상 담당 부서를 적는다.');
  expect(saved).toMatchObject({ reason: '시험', createdBy: '관리자', trouble: null });
  expect((await ask()).system).toBe(first.system);

  expect((await activate(saved.version)).body).toMatchObject({
    inForce: saved.version,
    chosen: { version: saved.version, by: '관리자' },
  });
  const changed = await ask();
  expect(changed.system).toContain('답 끝에는 항상 담당 부서를 적는다.');
  expect(changed.system).not.toContain('{{');
  expect(changed.prompt).toEqual({ name: 'assistant', version: `saved-${saved.version}`, hash: saved.hash });

  expect((await activate('release')).body.inForce).toBe('release');
  expect(await ask()).toEqual(first);
  const { body } = await call<Page<PromptActivationDto>>('GET', '/assistant/activations');
  expect(body.items.map(({ version }) => version)).toEqual(['release', saved.version]);
});

test('a text without a placeholder, with an unknown one or too long is refused and says why', async () => {
  const refusals: [string, string][] = [
    [releaseText.replace('{{today}}', '오늘'), '{{today}}'],
    [`${releaseText}{{secret}}`, '{{secret}}'],
    [`${releaseText}{{ today }}`, '{{ }}'],
    [`${releaseText}${'가'.repeat(20_000)}`, ''],
    ['  \n ', ''],
  ];
  for (const [body, named] of refusals) {
    const answer = await call<Problem>('POST', '/assistant/versions', { body, reason: '시험' });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    expect(answer.body.errors![0]).toMatchObject({ path: 'body', message: expect.stringContaining(named) });
  }
  const twice = { body: `\r\n${releaseText.replaceAll('\n', '\r\n')}`, reason: '같은 글' };
  expect((await call('POST', '/assistant/versions', twice)).status).toBe(409);
  const { version } = await save('한 번만 둔다.');
  const again = { body: (await textOf(version)).body, reason: '다시' };
  expect((await call('POST', '/assistant/versions', again)).status).toBe(409);
});

test('versions saved at once get numbers of their own', async () => {
  const saved = await Promise.all(['하나', '둘', '셋', '넷'].map(save));
  const numbers = saved.map(({ version }) => version).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_number, at) => numbers[0]! + at));
  const pages = await call<Page<PromptVersionDto>>('GET', '/assistant/versions?limit=3');
  expect(pages.body.items.map(({ version }) => version)).toEqual(numbers.slice(1).reverse());
  expect(pages.body.nextCursor).not.toBeNull();
});

test('a version in force that lacks what the program fills now gives way to the release, and says so', async () => {
  const { sequelize } = scripted.server.services.database;
  const { version } = await save('그 앞에 있던 글.');
  await activate(version);
  await sequelize.query(
    `WITH old AS (
       INSERT INTO prompt_versions (name, number, body, sha256, reason, release_version, created_by)
       SELECT 'assistant', 1000, 'Today is {{today}}. {{former}}', repeat('0', 64), 'older', '1', id
       FROM employees WHERE role = 'admin' LIMIT 1 RETURNING id, created_by)
     INSERT INTO prompt_activations (name, version_id, activated_by) SELECT 'assistant', id, created_by FROM old`,
  );
  expect(await state()).toMatchObject({
    inForce: 'release',
    chosen: { version: 1000 },
    trouble: { missing: expect.arrayContaining(['scope']), unknown: ['former'], strayBraces: false },
  });
  // Nobody told the server, which reads the choice anew within a second.
  const askedBy = Date.now();
  let asked = await ask();
  while (asked.system.includes('그 앞에 있던 글.') && Date.now() - askedBy < patienceMs) asked = await ask();
  expect(asked.system).toContain('You are NaruTalk');
  expect(asked.prompt).toEqual({ name: 'assistant', ...(await state()).release });
  const refused = await activate(1000);
  expect([refused.status, (refused.body as unknown as Problem).code]).toEqual([409, 'prompt_does_not_fit']);
  await activate('release');
});

test('only who may manage prompts can read, save and choose them; every change is in the audit', async () => {
  const { version } = await save('기록이 남는다.');
  for (const { token } of [rep, analyst]) {
    const calls = [
      call('GET', '', undefined, token),
      call('GET', `/assistant/versions/${version}`, undefined, token),
      call('POST', '/assistant/versions', { body: releaseText, reason: '시험' }, token),
      call('PUT', '/assistant/in-force', { version }, token),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  }
  expect((await activate(99_999)).status).toBe(404);
  expect((await call('GET', '/nothing/versions')).status).toBe(404);
  expect((await call('GET', '/assistant/versions/0')).status).toBe(404);
  await activate(version);
  await activate('release');
  const rows = await scripted.server.services.database.sequelize.query<{ name: string; input: object }>(
    `SELECT name, input FROM system_trace_logs WHERE name LIKE 'prompt.%' AND error IS NULL ORDER BY number DESC LIMIT 3`,
    { type: QueryTypes.SELECT },
  );
  expect(rows.map(({ name, input }) => [name, input])).toEqual([
    ['prompt.activate', expect.objectContaining({ version: 'release' })],
    ['prompt.activate', expect.objectContaining({ name: 'assistant', version })],
    ['prompt.save', expect.objectContaining({ version, reason: '시험', sha256: expect.any(String) })],
  ]);
});

test('what was saved and chosen cannot be changed or taken away', async () => {
  const { sequelize } = scripted.server.services.database;
  await save('그대로 남는다.');
  for (const statement of [
    `UPDATE prompt_versions SET body = 'x'`,
    'DELETE FROM prompt_versions',
    'DELETE FROM prompt_activations',
    'TRUNCATE prompt_activations',
  ])
    await expect(sequelize.query(statement)).rejects.toThrow(/refused/);
});

// An embedded database has one process.
(serviceEnv().database ? test : test.skip)('another server asks with it within a second or so', async () => {
  const second = await startServer({ ...scripted.server.env, processRole: 'server' }, () => {});
  const there = await openChat(second.url!, rep.token);
  try {
    const before = (await ask(there)).system;
    const { version } = await save('다른 서버에서도 따른다.');
    await activate(version);
    const activatedAt = Date.now();
    let told = before;
    while (told === before && Date.now() - activatedAt < patienceMs) told = (await ask(there)).system;
    expect(told).toContain('다른 서버에서도 따른다.');
  } finally {
    there.close();
    await second.close();
    await activate('release');
  }
});
