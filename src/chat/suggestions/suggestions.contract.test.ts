import { demoPassword, demoPeople } from '../../demo/loadCompany';
import type { ChatEvent } from '../../shared/chat';
import type { Page } from '../../shared/problem';
import type { SuggestionDto } from '../../shared/suggestions';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { tireless } from '../../test/chatLimits';
import { createAdmin, createPerson, signIn } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ demo: true, chatLimits: tireless });
}, 600_000);
afterAll(() => server?.close());

type Role = (typeof demoPeople)[number]['role'];

function tokenOf(role: Role): Promise<string> {
  const { email } = demoPeople.find((person) => person.role === role)!;
  return signIn(server.url, email, demoPassword);
}

async function suggestionsFor(token: string, language = 'ko'): Promise<SuggestionDto[]> {
  const { status, body } = await callApi<Page<SuggestionDto>>(server.url, 'GET', '/api/suggestions', {
    token,
    headers: { 'Accept-Language': language },
  });
  expect(status).toBe(200);
  return body.items;
}

/** Asks in a chat of its own. @returns whether the answer stands on figures or a passage. */
async function isAnswered(token: string, question: string): Promise<boolean> {
  const chat = await openChat(server.url, token);
  try {
    const events = await chat.ask(question);
    return events.some((event: ChatEvent) => event.type === 'table' || event.type === 'citation');
  } finally {
    chat.close();
  }
}

it.each([
  ['rep', 'ko', 4],
  // The sample documents are Korean: what is asked of them in English has no sure evidence.
  ['rep', 'en', 4],
  ['manager', 'ko', 4],
  ['analyst', 'ko', 4],
] as const)('has an answer for every question it offers to a %s, in %s', async (role, language, fewest) => {
  const token = await tokenOf(role);
  const suggestions = await suggestionsFor(token, language);
  const answered = await Promise.all(suggestions.map(({ question }) => isAnswered(token, question)));
  expect(suggestions.filter((_suggestion, at) => !answered[at])).toEqual([]);
  expect(suggestions.length).toBeGreaterThanOrEqual(fewest);
  expect(suggestions.length).toBeLessThanOrEqual(6);
  const isKorean = suggestions.every(({ question }) => /(알려줘|[가-힣]$|\?$)/u.test(question));
  expect(isKorean).toBe(language === 'ko');
});

it('offers a rep own customers and own figures, and a manager those of the team', async () => {
  const [own, ofTeam] = [
    await suggestionsFor(await tokenOf('rep')),
    await suggestionsFor(await tokenOf('manager')),
  ];
  const abouts = (suggestions: SuggestionDto[]) => new Set(suggestions.map(({ about }) => about));
  expect([...abouts(own)].sort()).toEqual(['customer', 'document', 'figures']);
  expect(own.some(({ about, question }) => about === 'figures' && question.includes('내 '))).toBe(true);
  expect(ofTeam.some(({ question }) => question.includes('담당자'))).toBe(true);
});

it.each(['rep', 'manager'] as const)('offers a %s a customer whose visit is due', async (role) => {
  const suggestions = await suggestionsFor(await tokenOf(role));
  const visits = suggestions.filter(({ question }) => question.endsWith('최근 방문 내역'));
  expect(visits).toMatchObject([{ about: 'customer' }]);
});

it('offers nothing to somebody of whom nothing is known', async () => {
  const admin = await createAdmin(server);
  const { token } = await createPerson(server, admin, { role: 'rep', team: '새 팀' });
  const suggestions = await suggestionsFor(token);
  expect(suggestions.filter(({ about }) => about !== 'document')).toEqual([]);
});
