import type { Passage, SearchExplanation } from '../../shared/search';
import { callApi } from '../../test/api';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { createAdmin, createPerson, type TestPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
let rep: TestPerson;
let seoulPlan: string;
const question = '2026년 방문 계획의 목표 병원';

const documents = {
  서울1팀: '# 서울1팀 방문 계획\n\n2026년 방문 계획의 목표 병원은 열두 곳이다.',
  경기팀: '# 경기팀 방문 계획\n\n2026년 방문 계획의 목표 병원은 아홉 곳이다.',
};

beforeAll(async () => {
  server = await startTestServer();
  admin = await createAdmin(server);
  rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  for (const [team, text] of Object.entries(documents)) {
    const fields = {
      title: `${team} 계획`,
      audience: JSON.stringify({ teams: [team] }),
      docType: 'meeting-note',
    };
    const { id } = await uploadDocument(server, admin, `${team}.md`, text, fields);
    expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
    if (team === '서울1팀') seoulPlan = id;
  }
});
afterAll(() => server.close());

function explain(body: object) {
  return callApi<SearchExplanation>(server.url, 'POST', '/api/search/explain', { token: admin, body });
}

it('lays a search open: both legs by their own scores, the fused list, the filter and the evidence', async () => {
  const { status, body } = await explain({ query: question });
  expect(status).toBe(200);
  expect(body.question).toMatchObject({ asked: question, searched: question });
  expect(body.filter).toMatchObject({
    principals: null,
    docTypes: [],
    productCodes: [],
    versions: 'current',
  });
  expect(body.filter.validOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(body.legs.lexical.map(({ rank }) => rank)).toEqual(body.legs.lexical.map((_hit, at) => at + 1));
  for (const leg of Object.values(body.legs)) {
    const scores = leg.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  }
  expect(body.items.length).toBeGreaterThan(0);
  for (const item of body.items) {
    const lexical = body.legs.lexical.find(({ chunkId }) => chunkId === item.chunkId);
    expect([item.lexicalRank, item.lexicalScore]).toEqual([lexical?.rank ?? null, lexical?.score ?? null]);
    const vector = body.legs.vector.find(({ chunkId }) => chunkId === item.chunkId);
    expect([item.vectorRank, item.vectorScore]).toEqual([vector?.rank ?? null, vector?.score ?? null]);
  }
  expect(body.degradedBy).toBeNull();
  expect(body.legs.vector.length > 0).toBe(body.mode === 'hybrid');
  expect(body.evidence.enough).toBe(body.evidence.value >= body.evidence.threshold);
});

it('answers as the other person would be answered, filter and all, and records it', async () => {
  const { body } = await explain({ query: question, asEmployeeNo: rep.employeeNo });
  expect(body.filter.principals).toEqual(
    expect.arrayContaining(['everyone', 'role:rep', 'team:서울1팀', `employee:${rep.employeeNo}`]),
  );
  expect(new Set(body.legs.lexical.map(({ documentId }) => documentId))).toEqual(new Set([seoulPlan]));
  const own = await callApi<{ items: Passage[] }>(server.url, 'POST', '/api/search', {
    token: rep.token,
    body: { query: question },
  });
  expect(body.items).toMatchObject(own.body.items.map(({ chunkId, score }) => ({ chunkId, score })));

  const [looks] = await server.services.database.sequelize.query(
    `SELECT input FROM system_trace_logs WHERE name = 'search.explain' AND input ? 'employeeNo'`,
  );
  expect(looks).toMatchObject([{ input: { employeeNo: rep.employeeNo, query: question } }]);
});

it('applies the filters it shows', async () => {
  const other = await explain({ query: question, filters: { docTypes: ['qna'], validOn: '2026-02-01' } });
  expect(other.body).toMatchObject({
    filter: { docTypes: ['qna'], validOn: '2026-02-01' },
    legs: { lexical: [], vector: [] },
    items: [],
    evidence: { enough: false },
  });
});

it('knows nobody who is not there or may no longer sign in', async () => {
  expect((await explain({ query: question, asEmployeeNo: 'nobody' })).status).toBe(404);
  const left = await createPerson(server, admin, { role: 'rep' });
  await callApi(server.url, 'PATCH', `/api/employees/${left.id}`, { token: admin, body: { active: false } });
  expect((await explain({ query: question, asEmployeeNo: left.employeeNo })).status).toBe(404);
});
