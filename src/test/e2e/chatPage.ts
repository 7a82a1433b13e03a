import type { Locator, Page } from 'playwright-core';

/** Writes a question and sends it. */
export async function ask(page: Page, question: string): Promise<void> {
  await page.getByTestId('composer').fill(question);
  await page.getByTestId('send').click();
}

/** Goes to the start of a new chat, and waits until what is typed belongs to it. */
export async function beginChat(page: Page): Promise<void> {
  await page.getByTestId('new-conversation').click();
  await page.getByRole('heading', { level: 1, name: '무엇을 찾아 드릴까요' }).waitFor();
}

/** The text of an answer, without what stands around it; shown once Markdown has drawn it. */
export function answerText(page: Page, text: string): Locator {
  return page.getByTestId('answer-text').locator('p').getByText(text, { exact: true });
}

/**
 * Waits for the first word of an answer: the last ones that came are held back until it is known that they are no name of a
 * patient.
 */
export function answerBegun(page: Page, text: string): Promise<void> {
  return page
    .getByTestId('answer-text')
    .filter({ hasText: text.split(' ')[0] })
    .waitFor();
}

/** Waits until the page shows so many answers, none of which is being written. */
export async function answersDone(page: Page, count: number): Promise<void> {
  await page
    .locator('[data-testid="message-assistant"][aria-busy="false"]')
    .nth(count - 1)
    .waitFor();
  await page.locator('[data-testid="message-assistant"][aria-busy="true"]').waitFor({ state: 'detached' });
  await standsStill(page);
}

/** Frames in which nothing moves, after which nothing will. */
const quietFrames = 10;

/**
 * Waits until the conversation has come to rest: what follows an answer pushes it up, and a button that moves away under the finger
 * is not pressed.
 */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    let before, quiet = 0;
    const look = () => {
      const log = document.querySelector('[role="log"]');
      const now = [log?.scrollHeight, log?.parentElement?.scrollTop].join();
      quiet = now === before ? quiet + 1 : 0;
      before = now;
      if (quiet >= ${quietFrames}) resolve();
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** What a conversation shows: questions and the texts of answers, in the order of the page. */
export async function shownLine(page: Page): Promise<string[]> {
  return page.getByTestId('message-user').or(page.getByTestId('answer-text')).allInnerTexts();
}

/** The conversation on the page. */
export function conversationIdOf(page: Page): string {
  return new URL(page.url()).pathname.replace('/c/', '');
}
