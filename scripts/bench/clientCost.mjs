import { createRequire } from 'node:module';
import { startChild } from './benchChild.mjs';
import { pageMeter } from './pageMeter.mjs';
import { median, quantile, rounded } from './statistics.mjs';

const require = createRequire(import.meta.url);
const { startScriptedModel } = require('../../dist/test/scriptedModel/scriptedModel.js');
const { callsTools, says } = require('../../dist/test/scriptedModel/scriptedAnswer.js');
const { launchBrowser, openPage, signInOnPage } = require('../../dist/test/e2e/browser.js');

const tokensPerSecond = 60;

/** Key presses a second, of somebody who types fast. */
const keysPerSecond = 10;

/** Pixels a turn of the wheel moves, and milliseconds until the next: 33,000 pixels a second, many times what a reader does. */
const wheelPx = 1_000;
const wheelMs = 30;

/** Event Timing tells of nothing shorter. */
const shortestToldMs = 16;

/**
 * The built client in Chromium, against a server in a process of its own: the longest task while a conversation of `messages`
 * is opened and scrolled to its start and back; from a key press to the next paint while an answer streams in; from Enter to
 * the first step on the screen.
 */
export async function measureClient({ messages, seconds, questions }) {
  const model = await startScriptedModel();
  const server = await startChild('clientServer.mjs', { args: [model.url, String(messages)] });
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, server.ready.url);
    await signInOnPage(page, server.ready);
    await page.addInitScript(pageMeter);
    const long = `${server.ready.url}/c/${server.ready.conversationId}`;
    const scrolled = await scrollThrough(page, long);
    await page.goto(server.ready.url);
    const inNew = await typeDuringAnswer(page, model, seconds);
    await openLong(page, long);
    const inLong = await typeDuringAnswer(page, model, seconds);
    const steps = await timeToFirstStep(page, model, questions);
    const count = messages.toLocaleString('en');
    return {
      [`conversation of ${count} messages, longest task at opening, ms (no mark)`]: scrolled.opening,
      [`the same, longest task while scrolled to its start and back, ms (mark 100)`]: scrolled.scrolling,
      [`the same, tasks over 50 ms on the way`]: scrolled.tasks,
      [`key press to next paint while ${tokensPerSecond} tokens a second stream in, p95, ms (mark 50)`]:
        inNew.p95,
      [`the same, longest of ${inNew.presses}`]: inNew.longest,
      [`the same in the conversation of ${count} messages, p95, ms (mark 50)`]: inLong.p95,
      [`the same, longest of ${inLong.presses} there`]: inLong.longest,
      [`Enter to the first step on the screen, there, median and longest of ${questions}, ms (mark 300)`]: `${rounded(median(steps), 0)} and ${rounded(Math.max(...steps), 0)}`,
    };
  } finally {
    await browser.close();
    await server.end();
    await model.close();
  }
}

/** With real turns of the wheel. */
async function scrollThrough(page, address) {
  await openLong(page, address);
  const opening = await page.evaluate(() => window.meter.takeLongTasks());
  const region = page.getByRole('region').filter({ has: page.getByRole('log') });
  const box = await region.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await wheelUntil(page, -wheelPx, () => page.getByTestId('older-turns').getByText('대화의 처음').count());
  await wheelUntil(page, -wheelPx, () => region.evaluate((element) => element.scrollTop === 0));
  await wheelUntil(page, wheelPx, () =>
    page
      .getByTestId('to-newest')
      .count()
      .then((count) => count === 0),
  );
  const scrolling = await page.evaluate(() => window.meter.takeLongTasks());
  return {
    opening: Math.max(0, ...opening),
    scrolling: Math.max(0, ...scrolling),
    tasks: scrolling.length,
  };
}

async function wheelUntil(page, px, arrived) {
  while (!(await arrived())) {
    for (let turn = 0; turn < 10; turn += 1) {
      await page.mouse.wheel(0, px);
      await page.waitForTimeout(wheelMs);
    }
  }
}

/** Asks, and presses keys while the answer, long, with tables and lists, streams in. */
async function typeDuringAnswer(page, model, seconds) {
  // Longer than the keys take also on a busy machine; it is stopped then.
  const chunks = 4 * seconds * tokensPerSecond;
  model.script(says(longAnswer(chunks), { chunks, chunksPerSecond: tokensPerSecond }));
  await page.getByTestId('composer').fill('길게 답해 줘');
  await page.keyboard.press('Enter');
  await page.getByTestId('answer-text').last().waitFor();
  await page.locator('[data-testid="message-assistant"][aria-busy="true"]').waitFor();
  await page.evaluate(() => window.meter.takeKeyDelays());
  const presses = seconds * keysPerSecond;
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press(press % 7 === 6 ? 'Space' : 'abcdefghij'[press % 10]);
    await page.waitForTimeout(1_000 / keysPerSecond);
  }
  const isStreaming =
    (await page.locator('[data-testid="message-assistant"][aria-busy="true"]').count()) === 1;
  if (!isStreaming) throw new Error('the answer ended before the keys were pressed');
  const told = await page.evaluate(() => window.meter.takeKeyDelays());
  // Not by the mouse: the button moves with what is written above it.
  await page.getByTestId('stop').dispatchEvent('click');
  const delays = [...told, ...Array.from({ length: presses - told.length }, () => shortestToldMs)];
  await page.locator('[data-testid="message-assistant"][aria-busy="true"]').waitFor({ state: 'detached' });
  await page.getByTestId('composer').fill('');
  return { p95: quantile(delays, 0.95), longest: Math.max(...delays), presses };
}

async function timeToFirstStep(page, model, questions) {
  const times = [];
  for (let question = 0; question < questions; question += 1) {
    model.script(
      callsTools({ name: 'search_documents', arguments: { query: '보관 온도' } }),
      says('없습니다.'),
    );
    await page.getByTestId('composer').fill('보관 온도가 어떻게 되나요?');
    await page.evaluate(() => window.meter.awaitStep());
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => window.meter.stepDelay));
    await page.locator('[data-testid="message-assistant"][aria-busy="true"]').waitFor({ state: 'detached' });
  }
  return times;
}

/** Until the page has nothing to do. */
async function openLong(page, address) {
  await page.goto(address);
  await page.getByTestId('turn').last().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

function longAnswer(words) {
  const parts = [];
  for (let at = 0; parts.join(' ').length < words * 4; at += 1) {
    parts.push(
      `## 제${at + 1}장\n\n`,
      '거래처의 처방은 지난달보다 늘었고, **새로운 급여 기준**이 그 이유로 보입니다 [1]. '.repeat(4),
      '\n\n| 거래처 | 매출 | 목표 | 달성률 |\n| --- | ---: | ---: | ---: |\n',
      Array.from(
        { length: 12 },
        (_, row) => `| 한빛의원 ${row} | ${row}20만 원 | 300만 원 | ${row}% |\n`,
      ).join(''),
      '\n- 방문할 곳\n- 가져갈 자료\n  - 설명서\n\n',
    );
  }
  return parts.join('');
}
