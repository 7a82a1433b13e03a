import { says } from '../../test/scriptedModel/scriptedAnswer';
import { estimateTokens } from '../../text/estimateTokens';
import {
  budget,
  figuresFirst,
  figuresQuestion,
  inJson,
  september,
  soldInSeptember,
  startRememberingServer,
  textOf,
  tokensOf,
  type RememberingServer,
} from './memoryFixture';

let its: RememberingServer;
beforeAll(async () => {
  its = await startRememberingServer();
});
afterAll(() => its?.close());

/** A chat of so many turns, of which the second asks for figures. */
async function longChat(
  count: number,
): Promise<{ conversationId: string; afterTurnId: string; turns: string[] }> {
  let place = await its.ask('안녕하세요');
  const turns = [place.afterTurnId];
  for (let turn = 2; turn <= count; turn += 1) {
    place = await its.ask(turn === 2 ? figuresQuestion : `사내 규정 질문 ${turn}`, place);
    turns.push(place.afterTurnId);
  }
  return { ...place, turns };
}

/** Notes as a model writes them: what they held, and what of the turns is worth it. */
const faithfulNotes = (given: string) =>
  says(`메모: ${given.includes('한빛내과의원') ? '한빛내과의원 9월 매출을 물음, query_sales' : '인사'}`);

test('the 41st question of a chat is told of the second turn, within the budget, and the trace says how', async () => {
  its.play(figuresFirst, faithfulNotes);
  const begun = await longChat(40);
  const question = '아까 그 병원 10월은?';
  const { afterTurnId } = await its.ask(question, begun);
  const told = its.told(question).messages;
  expect(textOf(told[0]!)).toMatch(/^<earlier_turns>\n메모: 한빛내과의원 9월 매출을 물음, query_sales/u);
  expect(textOf(told.at(-2)!)).toContain('답: ');
  expect(tokensOf(told) - estimateTokens(question)).toBeLessThanOrEqual(budget);

  const { summary, tokens, whole, record, inLines } = await its.remembered(afterTurnId);
  expect(summary).toMatchObject({ kind: 'model', model: 'scripted-model', failure: null });
  expect(summary!.prompt).toMatch(/^summary\/1\/[0-9a-f]{12}$/u);
  expect(summary!.turns + inLines.length + whole.length).toBe(40);
  expect(whole).toEqual(begun.turns.slice(-whole.length));
  expect(record).toContain('한빛내과의원');
  expect(tokens).toBeLessThanOrEqual(budget);

  // Of every question on the way too: nothing is lost while a summary is being written.
  for (let turn = 3; turn <= 40; turn += 1) {
    const then = its.told(`사내 규정 질문 ${turn}`).messages;
    expect(inJson(then)).toContain('한빛내과의원');
    expect(tokensOf(then)).toBeLessThanOrEqual(budget + 20);
  }

  // A branch from before is told nothing of what was said after.
  const branch = { ...begun, afterTurnId: begun.turns[0]! };
  await its.ask('다른 이야기', branch);
  expect(its.told('다른 이야기').messages.map(textOf)).toEqual([
    '안녕하세요',
    expect.stringContaining('답: '),
    '다른 이야기',
  ]);
});

test('where the model writes no summary, questions, queries and first sentences are told', async () => {
  // Refused outright: a busy endpoint would be asked again for seconds.
  its.play(figuresFirst, () => ({ kind: 'refusal', status: 400, message: 'no such model' }));
  const begun = await longChat(12);
  const question = '그 병원 10월은요?';
  const { afterTurnId } = await its.ask(question, begun);
  const told = its.told(question).messages;
  expect(textOf(told[0]!)).toContain('- Q: 한빛내과의원 9월 매출은?');
  expect(tokensOf(told) - estimateTokens(question)).toBeLessThanOrEqual(budget);
  const { summary, record } = await its.remembered(afterTurnId);
  expect(summary).toMatchObject({ kind: 'mechanical', model: null, prompt: null });
  expect(summary!.failure).toMatch(/\S/u);
  expect(record).toContain('- Q: 한빛내과의원 9월 매출은?');
});

test('calls of a turn are told with arguments and a short result; enormous messages are cut', async () => {
  its.play(
    (question) =>
      question.endsWith('아주 길게')
        ? says('엄청난 표 | '.repeat(8_000), { chunks: 1 })
        : figuresFirst(question),
    faithfulNotes,
  );
  const first = await its.ask(figuresQuestion);
  const next = await its.ask('그럼 8월은?', first);
  const { system, messages: told } = its.told('그럼 8월은?');
  expect(told.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant', 'user']);
  const [, call, result] = told;
  expect(inJson(call)).toContain('한빛내과의원');
  expect(JSON.parse(textOf(result!))).toMatchObject({
    earlier: true,
    tables: [
      {
        title: '한빛내과의원 · 매출',
        period: september,
        firstRows: [{ amount: soldInSeptember }],
        rowCount: 1,
      },
    ],
  });
  expect(system).toContain(
    '이전 대화에서 이어지는 조건: 거래처 한빛내과의원(C1), 기간 2026-08-01 ~ 2026-08-31, 지표 매출',
  );

  const long = await its.ask('아주 길게', next);
  const { afterTurnId } = await its.ask('요약하면?', long);
  const toldThen = its.told('요약하면?').messages;
  expect(tokensOf(toldThen)).toBeLessThanOrEqual(budget + 20);
  expect(textOf(toldThen.at(-2)!)).toContain('[…]');
  expect(await its.remembered(afterTurnId)).toMatchObject({ cut: true, whole: [long.afterTurnId] });
});
