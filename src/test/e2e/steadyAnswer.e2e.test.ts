import type { Page } from 'playwright-core';
import { koreanDay } from '../../shared/koreanTime';
import { uploadDocument, waitForDocument } from '../documents';
import { runImportFile } from '../imports';
import { signIn } from '../people';
import { callsTools, says } from '../scriptedModel/scriptedAnswer';
import { answersDone, ask } from './chatPage';
import { startScriptedProgram, type ScriptedProgram } from './scriptedProgram';

let scripted: ScriptedProgram;
const today = koreanDay(new Date());

beforeAll(async () => {
  scripted = await startScriptedProgram();
  await addCompany();
});
afterAll(() => scripted?.close());

/** A rule, and a customer with a sale of this month: an answer has a citation, a table, and questions that could follow it. */
async function addCompany(): Promise<void> {
  const { program, rep } = scripted;
  const admin = await signIn(program.url, 'admin@test.example');
  const rule = '설명회 식음료 한도는 1인당 10만원이다.';
  const { id } = await uploadDocument(program, admin, 'rule.txt', rule, { title: '설명회 기준' });
  expect((await waitForDocument(program, admin, id)).status).toBe('indexed');
  const files = [
    ['customers', ['code,name,type', 'C1,나루의원,의원']],
    [
      'products',
      [
        'code,brand,ingredient,reimbursed,therapeuticClass,unitPrice',
        'P1,나루사르정,발사르탄,급여,고혈압,100',
      ],
    ],
    ['assignments', ['employeeNo,customerCode,validFrom', `${rep.employeeNo},C1,2020-01-01`]],
    [
      'sales',
      [
        'soldOn,employeeNo,customerCode,productCode,quantity,amount',
        `${today},${rep.employeeNo},C1,P1,1,1000`,
      ],
    ],
  ] as const;
  for (const [kind, lines] of files) {
    expect(await runImportFile(program, admin, kind, [...lines])).toMatchObject({ rejected: 0 });
  }
}

const words = [
  ...Array.from({ length: 30 }, (_, at) => `${at + 1}. 설명회 식음료 기준을 하나씩 확인했습니다.`),
  '식음료 한도는 1인당 10만원입니다.',
].join('\n\n');

/** A row may end between two pixels. */
const roundingPx = 1;

/** Where what stands in the last answer is, in the window. */
function places(page: Page): Promise<{ what: string; top: number; left: number }[]> {
  return page
    .getByTestId('message-assistant')
    .last()
    .evaluate((answer) =>
      [
        ...answer.querySelectorAll(
          '[data-testid="step"], [data-testid="answer-text"] p, [data-testid="result-table"] button',
        ),
      ].map((element) => {
        const { top, left } = element.getBoundingClientRect();
        return { what: element.textContent, top, left };
      }),
    );
}

test.each([
  ['a desk', { width: 1280, height: 860 }],
  ['a phone', { width: 390, height: 844 }],
])('what stands in an answer stays there when it ends, on %s', async (_where, size) => {
  const page = await scripted.openRep();
  await page.setViewportSize(size);
  let end = () => {};
  const goesOn = new Promise<void>((resolve) => (end = resolve));
  const chunks = 40;
  scripted.model.script(
    callsTools({
      name: 'query_sales',
      arguments: {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: { from: `${today.slice(0, 7)}-01`, to: today },
      },
    }),
    { kind: 'held-stream', message: says(words, { chunks }), afterChunks: chunks - 1, goesOn },
  );
  await ask(page, '이번 달 거래처별 매출과 설명회 기준을 알려줘');
  // The last words are held back until the end; the line that they are on is there.
  await page.getByTestId('answer-text').filter({ hasText: '식음료 한도는' }).waitFor();
  await page.getByTestId('result-table').getByRole('button', { name: '내보내기' }).waitFor();
  const before = await places(page);
  end();
  await answersDone(page, 1);
  await page.getByTestId('follow-up').first().waitFor();
  const after = await places(page);
  expect(after.length).toBe(before.length);
  const moved = after.filter(({ top, left }, at) => {
    const { top: topBefore, left: leftBefore } = before[at]!;
    return Math.hypot(top - topBefore, left - leftBefore) > roundingPx;
  });
  expect(moved).toEqual([]);

  const steps = await page.getByTestId('step').allInnerTexts();
  expect(steps.filter((step) => step.includes('중'))).toEqual([]);
  expect(steps.join()).toMatch(/질문 이해.*실적 조회.*답변 작성/su);
  await page.context().close();
});

test('Enter that ends a syllable writes it; the next one sends', async () => {
  const page = await scripted.openRep();
  const keys = await page.context().newCDPSession(page);
  const composer = page.getByTestId('composer');
  await composer.focus();
  await page.keyboard.insertText('설명회 기');
  await keys.send('Input.imeSetComposition', { text: '준', selectionStart: 1, selectionEnd: 1 });
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('message-user').or(page.getByTestId('unsent-question')).count()).toBe(0);
  expect(await composer.inputValue()).toMatch(/^설명회 기준/u);
  await page.keyboard.insertText('준');
  scripted.model.script(says('1인당 10만원입니다.'));
  await page.keyboard.press('Enter');
  await answersDone(page, 1);
  expect(await page.getByTestId('message-user').innerText()).toContain('설명회 기준');
  await page.context().close();
});
