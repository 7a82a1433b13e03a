import type { Glossary } from '../../shared/glossary';
import { callApi } from '../../test/api';
import { createAdmin, createPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  token = (await createPerson(server, await createAdmin(server), { role: 'rep' })).token;
});
afterAll(() => server.close());

test('whoever is signed in reads what figures mean, how they are called and asked for', async () => {
  const { status, body } = await callApi<Glossary>(server.url, 'GET', '/api/glossary', { token });
  expect(status).toBe(200);
  expect(body.items.find(({ key }) => key === 'pace')).toEqual({
    key: 'pace',
    kind: 'metric',
    subjects: ['sales'],
    label: { ko: '근무일 대비 달성률', en: 'Pace by working day' },
    definition: {
      ko: expect.stringContaining('매출 ÷ 오늘까지의 목표') as string,
      en: expect.stringContaining('target due by now') as string,
    },
    unit: { ko: '%', en: '%' },
    words: {
      ko: expect.arrayContaining(['목표 페이스']) as string[],
      en: expect.arrayContaining(['pace to target']) as string[],
    },
    example: { ko: '이번 달 팀원별 목표 페이스', en: 'Pace to target by rep this month' },
    notBy: ['day', 'week'],
  });
  const ofContacts = body.items.filter(({ subjects }) => !subjects.includes('sales'));
  expect(ofContacts.map(({ key }) => key)).toEqual(expect.arrayContaining(['coverage', 'interactionType']));
  expect(body.items.every(({ kind, unit }) => (kind === 'metric') === (unit !== null))).toBe(true);
});

test('the queries stand in the OpenAPI description as the tools take them', async () => {
  interface Described {
    components: {
      schemas: Record<
        string,
        { properties: Record<string, { items?: { enum?: string[] } }>; required: string[] }
      >;
    };
  }
  const { body } = await callApi<Described>(server.url, 'GET', '/api/openapi.json');
  const { SalesQuery, InteractionsQuery } = body.components.schemas;
  expect(SalesQuery!.required).toEqual(['metrics', 'period']);
  expect(SalesQuery!.properties.metrics!.items!.enum).toEqual(
    expect.arrayContaining(['amount', 'newCustomers']),
  );
  expect(InteractionsQuery!.properties).toHaveProperty('list');
});
