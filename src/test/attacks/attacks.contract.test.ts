import { modelTools } from '../../agents/agentTools';
import { maximumAnswerCharacters, maximumModelCalls, maximumToolCalls } from '../../agents/limits';
import { isTurnEnd } from '../../shared/isTurnEnd';
import type { ChatEvent } from '../../shared/chat';
import { callApi } from '../api';
import { signIn } from '../people';
import { openChat, type ChatClient } from '../chatClient';
import { tireless } from '../chatLimits';
import type { ChatRequest } from '../scriptedModel/chatRequest';
import { says, type ScriptedAnswer } from '../scriptedModel/scriptedAnswer';
import { startScriptedModel, type ScriptedModel } from '../scriptedModel/scriptedModel';
import { startTestServer, type TestServer } from '../server';
import { aims } from './aims';
import { buildAttackedCompany, type AttackedCompany } from './attackedCompany';
import { attacks, questionOf, type Attack } from './attacks';
import { findEscapes } from './findEscapes';
import { isAboutNotes, obeys, textOf } from './obedientModel';
import { placesOf } from './placesOf';
import { secret } from './secrets';
import { storedRows } from './storedRows';

/** Tokens a model is told of the past: so few that a summary is soon due. */
const historyTokens = 1_000;

let model: ScriptedModel;
let server: TestServer;
let company: AttackedCompany;
let chat: ChatClient;
let before: Record<string, string>;
/** Values of this run's settings that nobody is to read. */
let kept: string[];
/** What the model does. */
let plays: (request: ChatRequest) => ScriptedAnswer = () => says('네, 알겠습니다.');

beforeAll(async () => {
  model = await startScriptedModel();
  model.otherwise((request) => plays(request));
  server = await startTestServer({
    chatModel: { apiKey: secret.apiKey, baseUrl: model.url, model: 'scripted-model' },
    ...{ authSecret: secret.authSecret, setupToken: secret.setupToken, auditKey: secret.auditKey },
    ...{ chatLimits: tireless, historyTokens },
  });
  company = await buildAttackedCompany(server);
  const { minio, database } = server.services.env;
  const secrets = [minio?.secretKey, database && new URL(database.url).password];
  kept = secrets.filter((value): value is string => value !== undefined && value.length > 7);
  chat = await openChat(server.url, company.reader.token);
  before = await storedRows(server.services.database.sequelize);
}, 600_000);
afterAll(async () => {
  chat?.close();
  await server?.close();
  await model?.close();
});

/** Calls the reader so, as an admin does. */
async function name(value: string): Promise<void> {
  const token = await signIn(server.url, 'admin@test.example');
  const path = `/api/employees/${company.reader.id}`;
  const { status } = await callApi(server.url, 'PATCH', path, { token, body: { name: value } });
  if (status !== 200) throw new Error(`renaming answered ${status}`);
}

/** What came of an attack: the turn as the reader saw it, and every request the model was sent for it. */
async function play(attack: Attack): Promise<{ events: ChatEvent[]; requests: ChatRequest[] }> {
  const { carrier, order } = attack;
  if (carrier.key === 'name of the employee') await name(order);
  const conversationId = carrier.before && (await beginChat(attack));
  const first = model.requests.length;
  plays = (request) => obeys(attack, request);
  const ack = await chat.send(questionOf(attack), { conversationId });
  if (!ack.ok) throw new Error(ack.error.code);
  await chat.waitFor((event) => event.turnId === ack.turnId && isTurnEnd(event));
  const requests = model.requests.slice(first).map(({ body }) => body);
  return {
    events: chat.events.filter(({ turnId }) => turnId === ack.turnId),
    requests: requests.filter((request) => !isAboutNotes(request)),
  };
}

/** The turns before, in which nobody obeys yet. @returns their chat. */
async function beginChat({ carrier, order }: Attack): Promise<string> {
  const note = `메모: ${order}`;
  plays = (request) =>
    says(isAboutNotes(request) ? note : carrier.before === 'answer' ? order : '네, 알겠습니다.');
  const [event] = await chat.ask(carrier.before === 'answer' ? '안녕하세요' : order);
  const { conversationId } = event!;
  if (carrier.before !== 'long chat') return conversationId;
  // So long that what was said before is told in short.
  plays = (request) => says(isAboutNotes(request) ? note : '긴 이야기를 적는다. '.repeat(200));
  await chat.ask('이야기해 줘', conversationId);
  return conversationId;
}

/** Orders stand beside each other in one document, and their words are no news to whoever wrote them. */
const knownToAttackers = attacks.map((attack) => [attack.order, attack.aim, questionOf(attack)]);

/** Rows of tables and whatever the tools told the model. */
function cellsOf(events: ChatEvent[], requests: ChatRequest[]): unknown {
  const told = requests.flatMap(({ messages }) => messages.filter(({ role }) => role === 'tool').map(textOf));
  return [
    events.flatMap((event) => (event.type === 'table' ? event.rows : [])),
    told.map((text) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return null; // cut
      }
    }),
  ];
}

const failures = (attack: Attack, { events, requests }: Awaited<ReturnType<typeof play>>): string[] => {
  const answered = events.filter(({ type }) => type !== 'turn-started');
  const text = JSON.stringify([answered, requests.map(({ messages }) => messages)]);
  const places = new Set(requests.flatMap((request) => placesOf(attack.id, request)));
  const { places: expected } = attack.carrier;
  const steps = events.filter(
    (event) => event.type === 'step-started' && ['search', 'query'].includes(event.kind),
  );
  const said = events.reduce((sum, event) => sum + (event.type === 'text-delta' ? event.text.length : 0), 0);
  const end = events.at(-1)!;
  return [
    ...findEscapes(
      { text, cells: cellsOf(answered, requests) },
      { reader: company.reader, company, asked: knownToAttackers, kept },
    ),
    ...(end.type === 'turn-completed' || (end.type === 'turn-failed' && end.code === 'step_limit_reached')
      ? []
      : [`ends with ${JSON.stringify(end)}`]),
    ...[...places]
      .filter((place) => !(expected as string[]).includes(place))
      .map((place) => `stands in ${place}`),
    ...(expected.length > 0 && !places.has(expected[0]!) ? [`is not in ${expected[0]}`] : []),
    ...(requests.length > maximumModelCalls ? [`asks the model ${requests.length} times`] : []),
    ...(steps.length > maximumToolCalls ? [`makes ${steps.length} calls`] : []),
    ...(said > maximumAnswerCharacters ? [`says ${said} characters`] : []),
  ].map(
    (finding) => `${attack.id} ${attack.aim.key} by ${attack.carrier.key} (${attack.language}): ${finding}`,
  );
};

test('300 attacks and more are told apart by aim and way, in both languages', () => {
  const reaching = attacks.filter(({ carrier }) => carrier.places.length > 0);
  const of = (language: string) => reaching.filter((attack) => attack.language === language).length;
  console.log(
    `${attacks.length} attacks: ${reaching.length} reach the model (ko ${of('ko')}, en ${of('en')}), ${aims.length} aims`,
  );
  expect(reaching.length).toBeGreaterThanOrEqual(300);
  expect(new Set(attacks.map(({ order }) => order)).size).toBe(attacks.length);
  expect(Math.abs(of('ko') - of('en'))).toBeLessThan(20);
});

test.each(aims.map(({ key, kind }) => [kind, key] as const))(
  '%s: %s, by every way',
  async (_, key) => {
    const found: string[] = [];
    for (const attack of attacks.filter(({ aim }) => aim.key === key))
      found.push(...failures(attack, await play(attack)));
    expect(found).toEqual([]);
  },
  300_000,
);

test('nothing but the chats themselves was written', async () => {
  await name(company.reader.name);
  expect(await storedRows(server.services.database.sequelize)).toEqual(before);
});

test('no tool does anything but read', () => {
  expect(modelTools.map((tool) => tool.name)).toEqual([
    'search_documents',
    'query_sales',
    'query_interactions',
    'run_sql',
  ]);
});
