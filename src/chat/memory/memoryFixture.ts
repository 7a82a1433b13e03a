import type { SpanDto } from '../../shared/audit';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createAdmin, createPerson } from '../../test/people';
import type { ChatRequest } from '../../test/scriptedModel/chatRequest';
import { callsTools, says, type ScriptedAnswer } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedModel } from '../../test/scriptedModel/scriptedModel';
import { startTestServer } from '../../test/server';
import { estimateTokens } from '../../text/estimateTokens';

/** Tokens the model of these tests is told of the past. */
export const budget = 1_500;

/** Where the next question goes. */
export interface Place {
  conversationId?: string;
  afterTurnId?: string;
}

/** What the trace says a turn was told. */
interface Remembered {
  tokens: number;
  whole: string[];
  inLines: string[];
  record: string | null;
  summary: {
    kind: string;
    turns: number;
    model: string | null;
    prompt: string | null;
    failure: string | null;
  } | null;
  withheld: Record<string, string>;
  summariesPassedOver?: string[];
}

type Message = ChatRequest['messages'][number];

export const textOf = ({ content }: Message) => (typeof content === 'string' ? content : '');
export const inJson = (value: unknown) => JSON.stringify(value);
const isSummary = ({ messages }: ChatRequest) =>
  textOf(messages[0]!).startsWith('You keep the notes of a chat');
const questionIn = ({ messages }: ChatRequest) => textOf(messages.findLast(({ role }) => role === 'user')!);

/** Tokens of what a model was told: texts and arguments of calls. */
export function tokensOf(messages: Message[]): number {
  const calls = (message: Message) => (message.role === 'assistant' ? (message.tool_calls ?? []) : []);
  return messages
    .flatMap((message) => [textOf(message), ...calls(message).map((call) => call.function.arguments)])
    .reduce((sum, text) => sum + estimateTokens(text), 0);
}

export const september = { from: '2026-09-01', to: '2026-09-30' };
export const figuresQuestion = '한빛내과의원 9월 매출은?';
/** The one sale of September, which only an answer about it has. */
export const soldInSeptember = 7531;

/** To the question for figures, the call that answers it. */
export function figuresFirst(question: string): ScriptedAnswer | undefined {
  if (!question.endsWith(figuresQuestion)) return undefined;
  const filters = { customers: ['한빛내과의원'] };
  return callsTools({ name: 'query_sales', arguments: { metrics: ['amount'], period: september, filters } });
}

/** A server with a scripted model and a small budget, a rep with one customer and one sale, and the rep's chat. */
export async function startRememberingServer() {
  const model = await startScriptedModel();
  const server = await startTestServer({
    chatModel: { apiKey: 'scripted', baseUrl: model.url, model: 'scripted-model' },
    historyTokens: budget,
    modelPrice: { inputKrw: 100_000, outputKrw: 200_000 },
  });
  const admin = await createAdmin(server);
  const analyst = await createPerson(server, admin, { role: 'analyst' });
  const rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  const chat = await openChat(server.url, rep.token);
  await server.services.database.sequelize.query(`
    INSERT INTO customers (id, code, name, type, region) VALUES (1, 'C1', '한빛내과의원', '의원', '서울');
    INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price)
    VALUES (1, 'P1', '나루암로정', '암로디핀', true, '고혈압', 100);
    INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES (${rep.id}, 1, '2020-01-01');
    INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
    VALUES ('2026-09-01', ${rep.id}, 1, 1, 10, ${soldInSeptember});`);

  return {
    model,
    server,
    admin,
    rep,

    /** Answers questions by `first`, or at length; writes summaries by `summary`. */
    play(
      first: (question: string) => ScriptedAnswer | undefined,
      summary: (given: string) => ScriptedAnswer,
    ): void {
      model.otherwise((request) => {
        if (isSummary(request)) return summary(questionIn(request));
        const isFirst = request.messages.at(-1)!.role === 'user';
        return (isFirst ? first(questionIn(request)) : undefined) ?? says(`답: ${'긴 말 '.repeat(25)}`);
      });
    },

    /** Asks, and waits for the whole answer. @returns the place behind it. */
    async ask(question: string, { conversationId, afterTurnId }: Place = {}): Promise<Required<Place>> {
      const ack = await chat.send(question, { conversationId, afterTurnId });
      if (!ack.ok) throw new Error(ack.error.code);
      await chat.waitFor(({ turnId, type }) => turnId === ack.turnId && type === 'turn-completed');
      return { conversationId: ack.conversationId, afterTurnId: ack.turnId };
    },

    /** Asks, and stops the answer at its first words. @returns the place behind it. */
    async askAndStop(
      question: string,
      { conversationId, afterTurnId }: Place = {},
    ): Promise<Required<Place>> {
      const ack = await chat.send(question, { conversationId, afterTurnId });
      if (!ack.ok) throw new Error(ack.error.code);
      await chat.waitFor(({ turnId, type }) => turnId === ack.turnId && type === 'text-delta');
      await chat.socket.emitWithAck('chat:stop', { turnId: ack.turnId });
      await chat.waitFor(({ turnId, type }) => turnId === ack.turnId && type === 'turn-stopped');
      return { conversationId: ack.conversationId, afterTurnId: ack.turnId };
    },

    /** What the model was told with a question at first, the system prompt apart. */
    told(question: string): { system: string; messages: Message[] } {
      const { body } = model.requests.find(
        ({ body: request }) => !isSummary(request) && questionIn(request).endsWith(question),
      )!;
      const [system, ...messages] = body.messages;
      return { system: textOf(system!), messages };
    },

    async remembered(turnId: string): Promise<Remembered> {
      const path = `/api/audit/turns/${turnId}/trace`;
      const { body } = await callApi<{ items: SpanDto[] }>(server.url, 'GET', path, { token: analyst.token });
      return body.items.find(({ kind }) => kind === 'memory')!.output as Remembered;
    },

    async close(): Promise<void> {
      chat.close();
      await server.close();
      await model.close();
    },
  };
}

export type RememberingServer = Awaited<ReturnType<typeof startRememberingServer>>;
