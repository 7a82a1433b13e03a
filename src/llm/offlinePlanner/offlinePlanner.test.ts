import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { createAgent } from 'langchain';
import { z } from 'zod';
import type { ResultTable } from '../../shared/resultTable';
import { OfflinePlanner, offlinePlannerName } from './offlinePlanner';
import type { Understanding } from './understanding';

const salesOfSeptember: Understanding = {
  language: 'ko',
  intent: 'figures-sales',
  sales: { metrics: ['amount'], period: { from: '2026-09-01', to: '2026-09-30' } },
  remarks: [],
};

const table: ResultTable = {
  title: '나루암로정 5mg · 매출',
  columns: [{ key: 'amount', label: '매출', kind: 'won' }],
  rows: [{ amount: 12_345_678 }],
  scope: '본인 실적 기준',
  definition: '',
  truncated: false,
};

/** The question, the call the planner makes for it, and what the tool answers. */
function afterTools(
  calls: { name: string; args: Record<string, unknown>; artifact?: unknown }[],
): BaseMessage[] {
  return [
    new HumanMessage('질문'),
    new AIMessage({
      content: '',
      tool_calls: calls.map(({ name, args }, at) => ({ id: `c${at}`, name, args })),
    }),
    ...calls.map(({ artifact }, at) => new ToolMessage({ content: '{}', tool_call_id: `c${at}`, artifact })),
  ];
}

const salesResult = {
  name: 'query_sales',
  args: salesOfSeptember.sales as never,
  artifact: { kind: 'table', table },
};

test('it calls the tools that the question needs, all at once', async () => {
  const planner = new OfflinePlanner({
    understanding: { ...salesOfSeptember, searchQuery: '나루암로정 용법' },
  });
  const message = await planner.invoke('9월 매출과 용법 알려줘');
  expect(message.tool_calls?.map(({ name, args }) => [name, args])).toEqual([
    ['query_sales', salesOfSeptember.sales],
    ['search_documents', { query: '나루암로정 용법', topK: 8 }],
  ]);
  expect(new Set(message.tool_calls?.map(({ id }) => id)).size).toBe(2);
});

test('it calls only tools it was given', async () => {
  const search = tool(() => '', { name: 'search_documents', schema: z.object({ query: z.string() }) });
  const planner = new OfflinePlanner({ understanding: { ...salesOfSeptember, searchQuery: '용법' } });
  const message = await planner.bindTools([search]).invoke('질문');
  expect(message.tool_calls?.map(({ name }) => name)).toEqual(['search_documents']);
});

test('it answers from the results, names itself and counts no tokens', async () => {
  const message = await new OfflinePlanner({ understanding: salesOfSeptember }).invoke(
    afterTools([salesResult]),
  );
  expect(message.text).toBe(
    '2026-09-01 ~ 2026-09-30 나루암로정 5mg 매출은 ₩12,345,678(1,235만 원)입니다. 집계 범위: 본인 실적 기준.',
  );
  expect(message.response_metadata).toMatchObject({ model_name: offlinePlannerName });
  expect(message.usage_metadata).toMatchObject({ input_tokens: 0, output_tokens: 0 });
});

test('an earlier question’s results are not answered from again', async () => {
  const message = await new OfflinePlanner({ understanding: salesOfSeptember }).invoke([
    ...afterTools([salesResult]),
    new AIMessage('답'),
    new HumanMessage('다시'),
  ]);
  expect(message.tool_calls).toHaveLength(1);
});

test('the text streams word by word and is the same in the end', async () => {
  const planner = new OfflinePlanner({ understanding: salesOfSeptember });
  const messages = afterTools([salesResult]);
  const pieces: string[] = [];
  for await (const chunk of await planner.stream(messages)) pieces.push(chunk.text);
  expect(pieces.filter(Boolean).length).toBeGreaterThan(5);
  expect(pieces.join('')).toBe((await planner.invoke(messages)).text);
});

test('an aborted signal ends the text', async () => {
  const controller = new AbortController();
  const planner = new OfflinePlanner({ understanding: salesOfSeptember });
  const pieces: string[] = [];
  const reading = (async () => {
    for await (const chunk of await planner.stream(afterTools([salesResult]), {
      signal: controller.signal,
    })) {
      pieces.push(chunk.text);
      controller.abort(new Error('stopped by the reader'));
    }
  })();
  await expect(reading).rejects.toThrow();
  expect(pieces.length).toBeLessThan(3);
});

test('a question back, remarks, a refused tool and help are said as they are', async () => {
  const say = async (
    understanding: Partial<Understanding>,
    messages: BaseMessage[] = [new HumanMessage('질문')],
  ) =>
    (await new OfflinePlanner({ understanding: { ...salesOfSeptember, ...understanding } }).invoke(messages))
      .text;
  expect(await say({ sales: undefined, askBack: '어느 쪽인가요?' })).toBe('어느 쪽인가요?');
  expect(await say({ remarks: ['말해 둘 것.'] }, afterTools([salesResult]))).toMatch(/\n\n말해 둘 것\.$/);
  const refused = {
    name: 'query_sales',
    args: {},
    artifact: { kind: 'error', code: 'x', message: '찾지 못했습니다.' },
  };
  expect(await say({}, afterTools([refused]))).toBe('찾지 못했습니다.');
  expect(await say({ sales: undefined, intent: 'smalltalk' })).toContain('NaruTalk');
  expect(await say({ sales: undefined, intent: 'smalltalk', language: 'en' })).toContain('Hello');
});

test('in an agent it goes through the tool to the answer', async () => {
  const querySales = tool(() => ['{}', { kind: 'table', table }], {
    name: 'query_sales',
    schema: z.object({
      metrics: z.array(z.string()),
      period: z.object({ from: z.string(), to: z.string() }),
    }),
    responseFormat: 'content_and_artifact',
  });
  const agent = createAgent({
    model: new OfflinePlanner({ understanding: salesOfSeptember }),
    tools: [querySales],
  });
  const { messages } = await agent.invoke({ messages: [new HumanMessage('9월 매출')] });
  expect(messages.at(-1)?.text).toContain('₩12,345,678');
});

function passageOf(text: string) {
  const place = { charStart: 0, charEnd: text.length, page: null };
  const document = {
    documentId: 'd',
    chunkId: 'd:0',
    title: '판촉 가이드',
    docType: 'reference',
    parentId: 'd:0',
    heading: '',
  };
  return { ...document, ...place, text, number: 1, score: 1, highlights: [], version: 1, duplicates: [] };
}

describe('figures that turn out to be none', () => {
  const understanding = { ...salesOfSeptember, fallbackQuery: '심포지엄 날짜' };
  const nothing = { ...salesResult, artifact: { kind: 'table', table: { ...table, rows: [] } } };

  test('are looked for in documents too, once', async () => {
    const planner = new OfflinePlanner({ understanding });
    const message = await planner.invoke(afterTools([nothing]));
    expect(message.tool_calls?.map(({ name, args }) => [name, args])).toEqual([
      ['search_documents', { query: '심포지엄 날짜', topK: 8 }],
    ]);
    expect((await planner.invoke(afterTools([salesResult]))).tool_calls).toEqual([]);
  });

  test('are the answer where customers with none were asked for: there are none of those', async () => {
    const sales = { ...salesOfSeptember.sales!, thresholds: [{ measure: 'amount', atMost: 0 }] };
    const planner = new OfflinePlanner({ understanding: { ...understanding, sales } });
    expect((await planner.invoke(afterTools([nothing]))).tool_calls).toEqual([]);
  });

  test.each([
    ['found', true],
    ['near', true],
    ['none', false],
  ])('are answered from documents that say anything (%s)', async (grade, enough) => {
    const passages = [passageOf('나루아픽정 심포지엄 날짜는 2026년 11월 26일이다.')];
    const found = {
      name: 'search_documents',
      args: { query: '심포지엄 날짜' },
      artifact: { kind: 'passages', passages, evidence: 0.5, grade },
    };
    const answer = await new OfflinePlanner({ understanding }).invoke(afterTools([nothing, found]));
    expect(answer.tool_calls).toEqual([]);
    expect(answer.text.includes('11월 26일이다.” [1]')).toBe(enough);
    expect(answer.text).toContain('기록이 없습니다');
  });
});

describe('a question back', () => {
  const understanding: Understanding = {
    language: 'ko',
    intent: 'unclear',
    askBack: '‘본사’을(를) 찾지 못했습니다.',
    fallbackQuery: '본사 방문 차량은 어디에 주차해?',
    remarks: [],
  };

  test('waits for a look into the documents', async () => {
    const message = await new OfflinePlanner({ understanding }).invoke('본사 방문 차량은 어디에 주차해?');
    expect(message.tool_calls?.map(({ name }) => name)).toEqual(['search_documents']);
  });

  test.each([
    ['found', '「판촉 가이드」에 따르면:\n“본사 방문 차량은 지하 3층에 주차한다.” [1]'],
    ['near', '‘본사’을(를) 찾지 못했습니다.'],
    ['none', '‘본사’을(를) 찾지 못했습니다.'],
  ])('gives way to documents only where they carry the answer (%s)', async (grade, answer) => {
    const passages = [passageOf('본사 방문 차량은 지하 3층에 주차한다.')];
    const found = {
      name: 'search_documents',
      args: { query: '본사 방문 차량은 어디에 주차해?' },
      artifact: { kind: 'passages', passages, evidence: 0.5, grade },
    };
    expect((await new OfflinePlanner({ understanding }).invoke(afterTools([found]))).text).toBe(answer);
  });
});

describe('what may be a rule is looked for in documents first', () => {
  const asked: Understanding = {
    ...salesOfSeptember,
    documentsFirst: 'found',
    searchQuery: '최소 주문 금액?',
  };
  const passages = (grade: string) => ({
    name: 'search_documents',
    args: { query: '최소 주문 금액?', topK: 8 },
    artifact: { kind: 'passages', passages: [], evidence: 1, grade },
  });
  const next = async (grade: string) =>
    (await new OfflinePlanner({ understanding: asked }).invoke(afterTools([passages(grade)]))).tool_calls ??
    [];

  test('figures are asked for where documents do not surely answer', async () => {
    const first = await new OfflinePlanner({ understanding: asked }).invoke('최소 주문 금액?');
    expect(first.tool_calls?.map(({ name }) => name)).toEqual(['search_documents']);
    expect((await next('near')).map(({ name }) => name)).toEqual(['query_sales']);
    expect(await next('found')).toEqual([]);
  });

  test('then they alone are the answer', async () => {
    const planner = new OfflinePlanner({ understanding: asked });
    const { text } = await planner.invoke(afterTools([passages('near'), salesResult]));
    expect(text).toContain('12,345,678');
    expect(text).not.toContain('근거');
  });
});
