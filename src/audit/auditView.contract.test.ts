import { readEnv } from '../env';
import type { AuditTurnDto, SpanDto } from '../shared/audit';
import type { IdentifiedEmployeeDto } from '../shared/auditIdentities';
import type { TurnFlagsDto } from '../shared/review';
import type { Page } from '../shared/problem';
import type { VerifiedQueryDto } from '../shared/verifiedQueries';
import { callApi } from '../test/api';
import { openChat } from '../test/chatClient';
import { createAdmin, createPerson, type TestPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

const name = '한가람빛';
const analystName = '류다온샘';
const identifierName = '오세린별';
/** Stored although it is personal data: the policy of this server keeps telephone numbers. */
const kept = '010-2718-2818';

let server: TestServer;
let rep: TestPerson;
let analyst: TestPerson;
let identifier: TestPerson;
let turnId: string;

beforeAll(async () => {
  const { personalData } = readEnv();
  server = await startTestServer({
    auditAnonymised: true,
    personalData: { ...personalData, phone: 'keep', email: 'keep' },
  });
  const admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀', name, employeeNo: 'NP7701' });
  analyst = await createPerson(server, admin, { role: 'analyst', name: analystName });
  identifier = await createPerson(server, admin, { role: 'analyst', name: identifierName });
  const granted = await callApi(server.url, 'PUT', `/api/employees/${identifier.id}/permissions`, {
    token: admin,
    body: { permissions: ['audit.identify'] },
  });
  expect(granted.status).toBe(200);
  const chat = await openChat(server.url, rep.token);
  const events = await chat.ask(`저는 ${name} NP7701 ${rep.email} 이고 번호는 ${kept} 입니다`);
  turnId = events[0]!.turnId;
  chat.close();
});
afterAll(() => server?.close());

const get = <T>(path: string, token: string) => callApi<T>(server.url, 'GET', path, { token });
const turns = async (query: string, token: string) =>
  (await get<Page<AuditTurnDto>>(`/api/audit/turns${query}`, token)).body.items;

describe('the audit, anonymised', () => {
  it('shows an analyst nobody, in lists, turns and traces', async () => {
    const seen = [
      await turns('', analyst.token),
      (await get(`/api/audit/turns/${turnId}`, analyst.token)).body,
      (await get<{ items: SpanDto[] }>(`/api/audit/turns/${turnId}/trace`, analyst.token)).body,
    ];
    for (const answer of seen) {
      const text = JSON.stringify(answer);
      for (const hidden of [name, 'NP7701', rep.email, kept]) expect(text).not.toContain(hidden);
      expect(text).toContain('[전화번호]');
    }
    const [turn] = await turns('', analyst.token);
    expect(turn!.employee).toEqual({
      employeeNo: expect.stringMatching(/^[0-9A-F]{8}$/) as string,
      name: `직원 ${turn!.employee.employeeNo}`,
      team: '서울1팀',
    });
  });

  it('shows nobody on any other page either, nor in a file that is streamed', async () => {
    const { conversationId } = (await get<AuditTurnDto>(`/api/audit/turns/${turnId}`, analyst.token)).body;
    const made = await callApi(server.url, 'POST', '/api/audit/evaluation-cases', {
      token: analyst.token,
      body: { turnId, answer: `${name}에게 답한 것` },
    });
    expect(made.status).toBe(201);
    for (const path of [
      `conversations/${conversationId}`,
      `conversations/${conversationId}/messages`,
      `conversations/${conversationId}/events`,
      `turns/${turnId}/knowledge`,
      `turns/${turnId}/flags`,
      'flags',
      'reviewers',
      'evaluation-cases',
      'evaluation-cases/export',
      'numbers/cost?from=2026-01-01&to=2026-12-31',
      'numbers/unanswered?from=2026-01-01&to=2026-12-31',
    ]) {
      const { status, body } = await get(`/api/audit/${path}`, analyst.token);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const shown = [name, 'NP7701', rep.email, kept, identifier.employeeNo].filter((hidden) =>
        text.includes(hidden),
      );
      expect([path, status, shown]).toEqual([path, 200, []]);
    }
  });

  it('shows nobody among the verified queries either, however one comes to see them', async () => {
    const path = '/api/verified-queries';
    const statement = {
      kind: 'figures',
      subject: 'sales',
      query: { metrics: ['amount'], dimensions: ['product'], period: { unit: 'month', moved: 0 } },
    };
    const send = (method: string, to: string, token: string, body?: object) =>
      callApi<VerifiedQueryDto>(server.url, method, to, { token, body });
    const made = await send('POST', path, identifier.token, { question: `${name} 효자 품목`, statement });
    expect(made.body).toMatchObject({ question: `${name} 효자 품목`, approvedBy: identifierName });
    const id = made.body.id;
    const seen = [
      (await get<Page<VerifiedQueryDto>>(path, analyst.token)).body.items.find((each) => each.id === id)!,
      (await send('POST', `${path}/${id}/check`, analyst.token)).body,
    ];
    for (const { question, approvedBy } of seen)
      expect([question, approvedBy]).toEqual([
        expect.stringMatching(/^직원 [0-9A-F]{8} 효자 품목$/),
        expect.stringMatching(/^직원 [0-9A-F]{8}$/),
      ]);
    const [turn] = await turns('', analyst.token);
    expect(seen[0]!.question).toContain(turn!.employee.employeeNo);
    // Who approves sees the own name, as in any list.
    const own = await send('PATCH', `${path}/${id}`, analyst.token, { question: '효자 품목 순위' });
    expect(own.body).toMatchObject({ question: '효자 품목 순위', approvedBy: analystName });
    expect((await send('DELETE', `${path}/${id}`, analyst.token)).status).toBe(204);
  });

  it('leaves an analyst the own number: to take a flag with', async () => {
    const flagged = await callApi<{ id: number; version: number }>(
      server.url,
      'POST',
      `/api/audit/turns/${turnId}/flags`,
      { token: analyst.token, body: { comment: '다시 볼 답변' } },
    );
    const { id, version } = flagged.body;
    const taken = await callApi<{ assignee: { employeeNo: string } }>(
      server.url,
      'PATCH',
      `/api/audit/flags/${id}`,
      {
        token: analyst.token,
        body: { version, status: 'in_review', assigneeNo: analyst.employeeNo },
      },
    );
    expect([taken.status, taken.body.assignee.employeeNo]).toEqual([200, analyst.employeeNo]);
  });

  it('finds by the pseudonym, and by nothing that it hides', async () => {
    const pseudonym = (await turns('', analyst.token))[0]!.employee.employeeNo;
    expect(await turns(`?employeeNo=${pseudonym}`, analyst.token)).toHaveLength(1);
    expect(await turns('?employeeNo=NP7701', analyst.token)).toEqual([]);
    expect(await turns(`?q=${encodeURIComponent(name)}`, analyst.token)).toEqual([]);
    expect(await turns(`?q=${kept}`, analyst.token)).toEqual([]);
  });

  it('finds nobody by a part of what it hides, and what stands beside it as ever', async () => {
    const find = async (q: string, { token } = analyst) => {
      const found = await turns(`?q=${encodeURIComponent(q)}`, token);
      const path = `/api/audit/exports/estimate?q=${encodeURIComponent(q)}`;
      expect((await get<{ rows: number }>(path, token)).body.rows).toBe(found.length);
      return found.length;
    };
    const { email } = rep;
    const parts = [
      '한가람',
      '가람빛',
      '가 람 빛',
      '람빛 NP',
      '"람빛 np7"',
      'P770',
      'np7701',
      email.slice(0, 8),
      email.slice(3),
    ];
    for (const part of [...parts, '한 가 빛 번호는']) expect([part, await find(part)]).toEqual([part, 0]);
    for (const beside of ['번호는', '저는', '입니다 번호는', '이고 번', '는 번호'])
      expect([beside, await find(beside)]).toEqual([beside, 1]);
    expect(await find('한가람', identifier)).toBe(1);
    expect(await find('가람빛 P770 번호는', identifier)).toBe(1);
  });

  it('flags no turn by a rule that names somebody, and by its other words as ever', async () => {
    const addRule = async (word: string) => {
      const body = { name: word, condition: { words: [word] } };
      const added = await callApi<{ id: number }>(server.url, 'POST', '/api/audit/rules', {
        token: analyst.token,
        body,
      });
      expect(added.status).toBe(201);
      return added.body.id;
    };
    for (const part of ['한가람', 'NP77']) await addRule(part);
    const byWord = await addRule('번호는');
    const chat = await openChat(server.url, rep.token);
    const asked = (await chat.ask(`${name} NP7701 번호는 몇 번인가요`))[0]!.turnId;
    chat.close();
    const flaggedBy = async () => {
      const { body } = await get<TurnFlagsDto>(`/api/audit/turns/${asked}/flags`, analyst.token);
      return body.items.flatMap(({ rule }) => rule?.id ?? []);
    };
    // The program looks too, and may have taken the turn: all its flags come in one transaction.
    while ((await flaggedBy()).length === 0) await server.services.review.turns.reviewWaiting();
    expect(await flaggedBy()).toEqual([byWord]);
  });

  it('hands no question that names somebody out as one to approve', async () => {
    const ask = async (question: string) => {
      const chat = await openChat(server.url, rep.token);
      const events = await chat.ask(question);
      chat.close();
      return events[0]!.turnId;
    };
    const approve = (id: string, token: string) =>
      callApi<{ question: string; code: string }>(server.url, 'POST', '/api/verified-queries', {
        token,
        body: { turnId: id },
      });
    const named = await ask(`${name} 지난달 매출 얼마야?`);
    const refused = await approve(named, analyst.token);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await approve(named, identifier.token)).status).toBe(201);
    const plain = await approve(await ask('지난달 매출 얼마야?'), analyst.token);
    expect([plain.status, plain.body.question]).toEqual([201, '지난달 매출 얼마야?']);
  });

  it('shows people to who may identify, and says who is behind a pseudonym for a recorded reason', async () => {
    const pseudonym = (await turns('', analyst.token))[0]!.employee.employeeNo;
    expect((await turns('?employeeNo=NP7701', identifier.token))[0]!.employee.name).toBe(name);
    const body = { pseudonym, reason: '이상사례 보고 누락 확인' };
    const ask = (token: string, asked: object = body) =>
      callApi<IdentifiedEmployeeDto>(server.url, 'POST', '/api/audit/identify', { token, body: asked });
    expect((await ask(analyst.token)).status).toBe(403);
    expect((await ask(identifier.token, { pseudonym })).status).toBe(400);
    expect((await ask(identifier.token, { ...body, pseudonym: '00000000' })).status).toBe(404);
    expect((await ask(identifier.token)).body).toEqual({
      pseudonym,
      employeeNo: 'NP7701',
      name,
      team: '서울1팀',
    });
    const [records] = await server.services.database.sequelize.query(
      `SELECT input FROM system_trace_logs WHERE name = 'audit.identify' AND employee_id = ${identifier.id}`,
    );
    expect(records).toContainEqual({ input: body });
  });
});
