import { allRoutes } from '../../app';
import type { ChatEvent } from '../../shared/chat';
import { openChat, type ChatClient } from '../chatClient';
import { tireless } from '../chatLimits';
import { startTestServer, type TestServer } from '../server';
import { absentTwins } from './absentTwins';
import { buildCanaryCompany, type Asker, type CanaryCompany } from './canaryCompany';
import { findLeaks, showsGroup } from './findLeaks';
import type { Probe } from './probe';
import { probedRoutes, routeProbes, routesWithoutCompanyData, type OwnedChat } from './routeProbes';
import { questionOf, socketProbes } from './socketProbes';
import { ownFigures, toolProbes } from './toolProbes';

/** Probes at the same time: more only wait for each other. */
const atOnce = 4;

let server: TestServer;
let company: CanaryCompany;
let chats: OwnedChat[];
const clients = new Map<string, ChatClient>();

beforeAll(async () => {
  server = await startTestServer({ chatLimits: tireless });
  company = await buildCanaryCompany(server);
  for (const { key, token } of company.askers) clients.set(key, await openChat(server.url, token));
  chats = [];
  for (const asker of company.askers) {
    const [event] = (await clients.get(asker.key)!.ask('올해 거래처별 매출과 방문 내역 알려줘')) as [
      ChatEvent,
    ];
    chats.push({ owner: asker.key, conversationId: event.conversationId, turnId: event.turnId });
  }
}, 180_000);
afterAll(async () => {
  for (const client of clients.values()) client.close();
  await server?.close();
});

/** Runs probes, some at a time. @returns what each came to. */
async function runAll<T, One = Probe>(probes: One[], run: (probe: One) => Promise<T>): Promise<T[]> {
  const waiting = [...probes];
  const found: T[] = [];
  const work = async () => {
    for (let probe = waiting.shift(); probe; probe = waiting.shift()) found.push(await run(probe));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

/** @returns every leak and every probe that failed, with who asked what. */
async function leaksOf(probes: Probe[]): Promise<string[]> {
  const leaks = await runAll(probes, async ({ family, asker, asked, run }) => {
    const found = await run().then(
      (answer) => findLeaks(answer, asker, asked, company),
      (error: unknown) => [`failed: ${String(error)}`],
    );
    return found.map((leak) => `${asker.key} ${family} ${JSON.stringify(asked)}: ${leak}`);
  });
  return leaks.flat();
}

function report(probes: Probe[]): void {
  const byFamily = new Map<string, number>();
  for (const { family } of probes) byFamily.set(family, (byFamily.get(family) ?? 0) + 1);
  const families = [...byFamily].map(([family, count]) => `${count} ${family}`).join(', ');
  console.log(`${probes.length} probes: ${families}`);
}

test('everybody sees their own rows by the same tools and questions', async () => {
  for (const asker of company.askers) {
    for (const { run } of ownFigures(server, asker)) {
      const answer = await run();
      for (const group of asker.groups)
        expect([asker.key, group, showsGroup(answer, group)]).toEqual([asker.key, group, true]);
    }
    const events = await questionOf('올해 내 거래처별 매출', asker, clients.get(asker.key)!).run();
    expect([asker.key, asker.groups.some((group) => showsGroup(events, group))]).toEqual([asker.key, true]);
  }
});

test('the same probes by somebody who sees all are found out as leaks to a rep', async () => {
  const [rep] = company.askers as [Asker];
  const asAnalyst: CanaryCompany = {
    ...company,
    askers: [
      { ...rep, actor: company.analyst.actor, id: company.analyst.id, token: company.analyst.token },
      ...company.askers.slice(1),
    ],
  };
  const probes = toolProbes(server, asAnalyst).filter(
    ({ asker, family }) => asker.key === rep.key && family !== 'search_documents',
  );
  const leaks = await runAll(
    probes,
    async ({ run, asked }) => findLeaks(await run(), rep, asked, company).length,
  );
  expect(leaks.filter((count) => count > 0).length).toBeGreaterThan(probes.length * 0.7);
});

test('every route that everybody may call is probed, or has no company data', () => {
  const open = allRoutes(server.services).filter(({ who }) => who === 'signedIn' || who === 'chat.use');
  expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...probedRoutes, ...routesWithoutCompanyData].sort(),
  );
});

test('2,000 probes for what is another’s find nothing', async () => {
  const probes = [
    ...toolProbes(server, company),
    ...routeProbes(server, company, chats),
    ...socketProbes(company, chats, clients),
  ];
  report(probes);
  expect(probes.length).toBeGreaterThanOrEqual(2_000);
  expect(await leaksOf(probes)).toEqual([]);
}, 600_000);

test('what is another’s and what there is not are told by the same words', async () => {
  const twins = absentTwins(server, company, chats, clients);
  console.log(`${2 * twins.length} calls in pairs`);
  expect(twins.length).toBeGreaterThan(500);
  const differing = await runAll(twins, async ({ asker, call, another, absent }) => {
    const [one, other] = [JSON.stringify(await another()), JSON.stringify(await absent())];
    const isRefusal = one.includes('"not_found"');
    return one === other && isRefusal ? [] : [`${asker.key} ${call}: ${one} / ${other}`];
  });
  expect(differing.flat()).toEqual([]);
}, 600_000);
