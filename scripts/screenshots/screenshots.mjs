// `npm run screenshots`: the pictures of `docs/screens.md` and of the README, of the built program with the sample company;
// `npm run screenshots -- chat replay` takes only those.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pictures, questions } from './pictures.mjs';

const require = createRequire(import.meta.url);
const { newDataDir, removeDataDir, startProgram } = require('../../dist/test/e2e/startedProgram.js');
const { launchBrowser, openPage, signInOnPage } = require('../../dist/test/e2e/browser.js');
const { answersDone, ask } = require('../../dist/test/e2e/chatPage.js');
const { createAdmin, testPassword } = require('../../dist/test/people.js');

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'images');
const desk = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

/** What stands for a key in an address of a picture: where the page that has a link there is, and which link. */
const firstLinks = {
  '/customers/first': { at: '/performance', link: 'a[href^="/customers/"]' },
  '/audit/turns/first': { at: '/audit', link: '[data-testid="turn-row"] a[href^="/audit/turns/"]' },
  '/audit/conversations/first': { at: '/audit', link: 'a[href^="/audit/conversations/"]' },
};

const named = process.argv.slice(2);
const wanted = pictures.filter(({ name }) => named.length === 0 || named.includes(name));
const dataDir = await newDataDir();
const program = await startProgram(dataDir);
const browser = await launchBrowser();
try {
  await createAdmin(program);
  const people = { ...program.demo, admin: { email: 'admin@test.example', password: testPassword } };
  const chats = await askQuestions(people.rep);
  for (const role of new Set(wanted.map((picture) => picture.role))) {
    const page = await openPage(browser, program.url, { reducedMotion: 'reduce', viewport: desk });
    await signInOnPage(page, people[role]);
    for (const picture of wanted.filter((each) => each.role === role)) await take(page, picture, chats);
    await page.context().close();
  }
} finally {
  await browser.close();
  await program.stop();
  await removeDataDir(dataDir);
}

/** @returns the address of each conversation. */
async function askQuestions(rep) {
  const page = await openPage(browser, program.url);
  await signInOnPage(page, rep);
  const addresses = {};
  for (const [name, asked] of Object.entries(questions)) {
    await page.goto(program.url);
    for (const [at, question] of asked.entries()) {
      await ask(page, question);
      await answersDone(page, at + 1);
    }
    addresses[`/c/${name}`] = new URL(page.url()).pathname;
  }
  await page.context().close();
  return addresses;
}

async function take(page, { name, address, before, phone: onPhone, dark }, chats) {
  const found = chats[address] ?? (await firstLink(page, address)) ?? address;
  await takeOne(name, desk, 'light');
  if (dark) await takeOne(`${name}-dark`, desk, 'dark');
  if (onPhone) await takeOne(`${name}-phone`, phone, 'light');

  async function takeOne(file, size, colours) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: colours });
    await page.goto(program.url + found, { waitUntil: 'networkidle' });
    await before?.(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(folder, `${file}.png`), animations: 'disabled', caret: 'hide' });
    console.log(`docs/images/${file}.png`);
  }
}

async function firstLink(page, address) {
  if (!firstLinks[address]) return undefined;
  const { at, link } = firstLinks[address];
  await page.goto(program.url + at);
  return page.locator(link).first().getAttribute('href');
}
