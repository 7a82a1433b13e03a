import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createAdmin, createPerson, testPassword } from '../people';
import { launchBrowser, openPage, signInOnPage } from './browser';
import { newDataDir, removeDataDir, startProgram, type StartedProgram } from './startedProgram';

const samples = path.join(__dirname, '..', '..', '..', 'samples', 'documents');

/** One file of each format, with what only it answers, and where that stands. */
const files = [
  {
    file: 'naruapix-product-info.pdf',
    question: '나루아픽정 복용을 잊었으면 어떻게 해?',
    quote: '복용을 잊었으면 생각난 즉시 복용하고',
    page: 2,
  },
  {
    file: 'adverse-event-sop.docx',
    question: '임신 중 노출을 들으면 보고 기한은?',
    quote: '출산까지 추적',
    page: null,
  },
  {
    file: 'briefing-rules-2026.pptx',
    question: '설명회 대리 서명은 어떻게 다루나요?',
    quote: '대리 서명은 문서 위조로 보며',
    page: 4,
  },
  {
    file: 'briefing-budget-2026.xlsx',
    question: '팀 사이 예산 이동은 누구 승인을 받아?',
    quote: '영업본부장 승인',
    page: 3,
  },
  {
    file: 'congress-calendar-2026.csv',
    question: '당뇨병 춘계 학술대회 장소는 어디야?',
    quote: '부산 바다홀',
    page: null,
  },
  {
    file: 'vehicle-rules-2026.hwp',
    question: '업무용 차량 하이패스 통행료 영수증은 언제까지 올려?',
    quote: '다음 달 3영업일까지',
    page: 2,
  },
  {
    file: 'field-expense-rules-2026.hwpx',
    question: '영업 담당자 법인카드 월 한도는 얼마야?',
    quote: '담당자 월 1,500,000원',
    page: 2,
  },
  {
    file: 'esonaru-product-info.md',
    question: '에소나루정 미란성 역류식도염 치료 용량과 기간은?',
    quote: '1일 1회 40mg',
    page: null,
  },
  {
    file: 'narudapa-product-info.html',
    question: '나루다파정 10mg 성상은 어떻게 생겼어?',
    quote: '노란색 마름모형',
    page: null,
  },
  {
    file: 'supply-resumption-notice.txt',
    question: '나루목사클정 625mg 공급은 언제부터 정상화돼?',
    quote: '2025년 12월 8일',
    page: null,
  },
];

let dataDir: string;
let program: StartedProgram;
let browser: Browser;
let rep: Page;

beforeAll(async () => {
  dataDir = await newDataDir();
  [program, browser] = await Promise.all([startProgram(dataDir, { DEMO: '0' }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  expect(await program?.stop()).toBe(0);
  await removeDataDir(dataDir);
});

test('an admin uploads one file of each format at once, and every one is read', async () => {
  const admin = await createAdmin(program);
  const { email } = await createPerson(program, admin, { role: 'rep' });
  const page = await openPage(browser, `${program.url}/documents`);
  await signInOnPage(page, { email: 'admin@test.example', password: testPassword });
  await page.getByTestId('open-upload').click();
  await page.getByTestId('upload-input').setInputFiles(files.map(({ file }) => path.join(samples, file)));
  await page.getByTestId('upload-submit').click();
  const row = (file: string) => page.getByTestId('document-row').filter({ hasText: file });
  for (const { file } of files) {
    const done = row(file).and(page.locator('[data-status="indexed"], [data-status="failed"]'));
    await done.waitFor({ timeout: 120_000 });
    expect([file, await row(file).getAttribute('data-status')]).toEqual([file, 'indexed']);
  }

  rep = await openPage(browser, program.url);
  await signInOnPage(rep, { email, password: testPassword });
});

test.each(files)('a rep sees $file cited with the right page', async ({ file, question, quote, page }) => {
  await rep.goto(program.url);
  await rep.getByTestId('composer').fill(question);
  await rep.getByTestId('send').click();
  const answer = rep.locator('[data-testid="message-assistant"][aria-busy="false"]');
  await answer.waitFor();
  const citation = answer.getByTestId('citation-chip').and(rep.getByLabel(file)).first();
  await citation.click();

  const passage = rep.getByTestId('passage-drawer');
  // A PDF opens at its page first.
  if (file.endsWith('.pdf'))
    await passage.getByTestId('passage-form').getByText('글', { exact: true }).click();
  await passage.getByTestId('passage-quote').filter({ hasText: quote }).waitFor();
  const shown = passage.getByTestId('passage-page');
  expect(await shown.allTextContents()).toEqual(page === null ? [] : [`${page}쪽`]);
});

test('a PDF opens at the page that was cited', async () => {
  const [pdf] = files;
  await rep.goto(program.url);
  await rep.getByTestId('composer').fill(pdf!.question);
  await rep.getByTestId('send').click();
  await rep.getByTestId('citation-chip').and(rep.getByLabel(pdf!.file)).first().click();
  const opened = rep.context().waitForEvent('page');
  await rep.getByTestId('open-original').click();
  const original = await opened;
  await original.waitForURL(/^blob:.*#page=2$/);
});
