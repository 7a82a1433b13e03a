import type { Page } from 'playwright-core';
import { says } from '../scriptedModel/scriptedAnswer';
import { answersDone, shownLine } from './chatPage';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
let page: Page;

beforeAll(async () => {
  scripted = await startScriptedProgram();
  page = await scripted.openRep();
});
afterAll(() => scripted?.close());

test('what is typed while the first question opens its chat is not lost, and the place to type stays', async () => {
  scripted.model.script(says('첫 답이다.'));
  const composer = await page.getByTestId('composer').elementHandle();
  await page.getByTestId('composer').fill('첫 질문');
  await page.keyboard.press('Enter');
  await page.keyboard.type('abc');
  await page.waitForURL(/\/c\//);
  await page.keyboard.type('def');
  await answersDone(page, 1);
  expect(await page.getByTestId('composer').inputValue()).toBe('abcdef');
  expect(await composer.evaluate((element) => element.isConnected)).toBe(true);
});

test('without a network the program starts, says so, and goes on by itself with what was half written', async () => {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.reload();
  await answersDone(page, 1);

  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('alert').waitFor();
  expect(await shownLine(page)).toEqual([]);

  await page.context().setOffline(false);
  await answersDone(page, 1);
  expect(await shownLine(page)).toEqual(['첫 질문', '첫 답이다.']);
  expect(await page.getByTestId('composer').inputValue()).toBe('abcdef');
});

test('nothing of the server’s answers is kept for a start offline', async () => {
  const kept = await page.evaluate<string[]>(`(async () => {
    const requests = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(requests)).flat().map(({ url }) => new URL(url).pathname);
  })()`);
  expect(kept).toContain('/index.html');
  expect(kept.filter((path) => /^\/(api|admin|socket\.io)/.test(path))).toEqual([]);
});
