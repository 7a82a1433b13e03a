import type { Locator, Page } from 'playwright-core';
import { koreanDay } from '../../shared/koreanTime';
import { uploadDocument, waitForDocument } from '../documents';
import { runImportFile } from '../imports';
import { createPerson, signIn } from '../people';
import { callsTools, says } from '../scriptedModel/scriptedAnswer';
import { answersDone, ask, beginChat, conversationIdOf } from './chatPage';
import { startCollectingServer, type CollectingServer } from './collectingServer';
import { hostileMarkdown, hostileName } from './hostileTexts';
import { refusedWays, whatCouldAct } from './inPage';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
let elsewhere: CollectingServer;
let admin: string;
let page: Page;
const today = koreanDay(new Date());
/** What the page asked of anybody but the program. */
const foreign: string[] = [];

beforeAll(async () => {
  [scripted, elsewhere] = await Promise.all([startScriptedProgram(), startCollectingServer()]);
  admin = await signIn(scripted.program.url, 'admin@test.example');
  await addHostileCompany();
  page = await scripted.openRep();
  watch(page);
});
afterAll(async () => {
  await scripted?.close();
  await elsewhere?.close();
});

/** A document, a customer and a product whose names are attacks, with a sale of this month. */
async function addHostileCompany(): Promise<void> {
  const { program, rep } = scripted;
  const name = hostileName(elsewhere.host);
  const attacks = hostileMarkdown(elsewhere.host);
  const content = `설명회 식음료 한도는 1인당 10만원이다. ${attacks.join(' ')}`;
  const { id } = await uploadDocument(program, admin, 'hostile.txt', content, { title: name });
  expect((await waitForDocument(program, admin, id)).status).toBe('indexed');
  const files = [
    ['customers', ['code,name,type', `C1,"${name}",의원`]],
    [
      'products',
      ['code,brand,ingredient,reimbursed,therapeuticClass,unitPrice', `P1,"${name}",성분,급여,고혈압,100`],
    ],
    ['assignments', ['employeeNo,customerCode,validFrom', `${rep.employeeNo},C1,2020-01-01`]],
    [
      'sales',
      [
        'soldOn,employeeNo,customerCode,productCode,quantity,amount',
        `${today},${rep.employeeNo},C1,P1,1,123456789`,
      ],
    ],
  ] as const;
  for (const [kind, lines] of files) {
    expect(await runImportFile(program, admin, kind, [...lines])).toMatchObject({ rejected: 0 });
  }
}

function watch(watched: Page): void {
  const own = new Set([new URL(scripted.network.url).host, new URL(scripted.program.url).host]);
  watched.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && !own.has(host)) foreign.push(request.url());
  });
  watched.on('dialog', (dialog) => {
    foreign.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Nothing ran, nothing was loaded, and nothing stands in the page that could. */
async function expectSilence(shown: Page): Promise<void> {
  expect(await shown.evaluate(whatCouldAct)).toEqual([]);
  expect(foreign).toEqual([]);
  expect(elsewhere.requests).toEqual([]);
  expect(elsewhere.connections()).toBe(0);
}

/** Rests on and steps through everything in an element that takes the mouse or the keyboard. */
async function touchAll(element: Locator): Promise<void> {
  const links = element.locator('a, button, [tabindex]');
  for (const link of await links.all()) {
    if (!(await link.isVisible())) continue;
    await link.hover({ force: true });
    await link.focus();
  }
}

const answers = () => page.getByTestId('message-assistant');

test('an answer full of attacks is read, and nobody else hears of it', async () => {
  const attacks = hostileMarkdown(elsewhere.host);
  expect(attacks.length).toBeGreaterThan(60);
  // Each as its own answer's paragraph, and the whole in pieces as it streams, so that half an element is drawn too.
  scripted.model.script(says(attacks.join('\n\n'), { chunks: 200 }));
  await ask(page, '설명회 기준을 알려줘');
  await answersDone(page, 1);
  await answers().first().locator('p').first().waitFor();
  await expectSilence(page);
  await touchAll(page.getByTestId('answer-text').first());
  await expectSilence(page);
});

test('attacks apart from each other do no more', async () => {
  const attacks = hostileMarkdown(elsewhere.host);
  // A block of HTML swallows what follows it in one text: apart, more of them are read as what they are.
  for (const [at, attack] of attacks.entries()) {
    if (at % 8 > 0) continue;
    await beginChat(page);
    scripted.model.script(says(attacks.slice(at, at + 8).join('\n\n\n'), { chunks: 3 }));
    await ask(page, `물음 ${at}`);
    await answersDone(page, 1);
    expect([attack, await page.evaluate(whatCouldAct)]).toEqual([attack, []]);
  }
  await expectSilence(page);
});

test('names of documents, customers and products are words, in a citation, a table, a chart and a sheet', async () => {
  await beginChat(page);
  scripted.model.script(
    callsTools(
      { name: 'search_documents', arguments: { query: '설명회 식음료 한도' } },
      {
        name: 'query_sales',
        arguments: {
          metrics: ['amount'],
          dimensions: ['customer', 'product'],
          period: { from: `${today.slice(0, 7)}-01`, to: today },
        },
      },
    ),
    says('설명회 식음료 한도는 1인당 10만원이다 [1].'),
  );
  await ask(page, hostileName(elsewhere.host));
  await answersDone(page, 1);
  await page.getByTestId('result-table').locator('td').getByText('<img src=').first().waitFor();
  await page.getByTestId('citation-chip').first().click();
  await page.getByTestId('passage-quote').first().waitFor();
  await expectSilence(page);
  await touchAll(page.getByTestId('passage-drawer'));
  await page.keyboard.press('Escape');
  await page.getByTestId('customer-link').first().click();
  const panel = page.getByTestId('beside-panel');
  await panel.getByRole('heading').filter({ hasText: '<img src=' }).first().waitFor();
  await expectSilence(page);
});

test('an analyst who replays it is as safe, and so is an admin who looks at the document', async () => {
  const { program } = scripted;
  await page.goto(`${scripted.network.url}/`);
  await page.getByTestId('conversation-row').first().click();
  await answersDone(page, 1);
  const conversationId = conversationIdOf(page);
  const analyst = await createPerson(program, admin, { role: 'analyst' });
  const audit = await scripted.openAs({ email: analyst.email });
  watch(audit);
  await audit.goto(`${scripted.network.url}/audit/conversations/${conversationId}`);
  await audit.getByTestId('replay-turn').first().locator('p').first().waitFor();
  await expectSilence(audit);
  await touchAll(audit.getByTestId('replayed-chat'));
  await expectSilence(audit);
  await audit.goto(`${scripted.network.url}/audit`);
  await audit.getByTestId('turn-row').filter({ hasText: '<img src=' }).first().waitFor();
  await expectSilence(audit);

  const office = await scripted.openAs({ email: 'admin@test.example' });
  watch(office);
  await office.goto(`${scripted.network.url}/documents`);
  await office.getByTestId('document-row').filter({ hasText: '<img src=' }).waitFor();
  await expectSilence(office);
});

/** What the Content-Security-Policy closes, in the order of the alphabet. */
const closedWays = [
  'connect-src',
  'font-src',
  'form-action',
  'frame-src',
  'img-src',
  'media-src',
  'object-src',
  'script-src-attr',
  'script-src-elem',
  'style-src-attr',
  'style-src-elem',
];

test('what gets into the page by another way meets the second wall', async () => {
  const refused = await page.evaluate(refusedWays(`http://${elsewhere.host}`, closedWays.length));
  expect(refused).toEqual(closedWays);
  expect(await page.evaluate(`'hostileRan' in window`)).toBe(false);
  // Browsers open a connection for a frame or a form before they look at the policy: nothing is sent over it.
  expect(elsewhere.requests).toEqual([]);
});

test('a link says where it leads and opens there, in a tab of its own, once it is clicked', async () => {
  await page.goto(`${scripted.network.url}/`);
  const address = `http://${elsewhere.host}/clicked`;
  scripted.model.script(says(`[사내 규정](${address})을 보세요.`));
  await ask(page, '규정이 어디 있어?');
  await answersDone(page, 1);
  const link = page.getByTestId('answer-text').getByRole('link');
  expect(await link.innerText()).toContain(elsewhere.host);
  expect(elsewhere.requests).toEqual([]);
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await opened.waitForURL(address);
  expect(await opened.evaluate('[document.referrer, window.opener]')).toEqual(['', null]);
  expect(elsewhere.requests.filter((path) => path !== '/favicon.ico')).toEqual(['/clicked']);
  await opened.close();
});
