import { randomUUID } from 'node:crypto';
import { initialConsonants } from '../../text/initialConsonants';
import type { ChatClient } from '../chatClient';
import type { Asker, CanaryCompany } from './canaryCompany';
import type { Probe } from './probe';
import type { OwnedChat } from './routeProbes';

const ackWithinMs = 20_000;

/** Every event a client can send, by everybody at what is another's. */
export function socketProbes(
  company: CanaryCompany,
  chats: OwnedChat[],
  clients: Map<string, ChatClient>,
): Probe[] {
  return company.askers.flatMap((asker) => {
    const client = clients.get(asker.key)!;
    const others = chats.filter(({ owner }) => owner !== asker.key);
    return [
      ...others.flatMap((chat) => eventsAt(chat, asker, client)),
      ...questionsFor(asker, company).map((question) => questionOf(question, asker, client)),
    ];
  });
}

/** One question, with everything that came back for it. */
export function questionOf(text: string, asker: Asker, client: ChatClient): Probe {
  return { family: 'chat:send', asker, asked: text, run: () => client.ask(text) };
}

function eventsAt(
  { conversationId, turnId }: OwnedChat,
  asker: Asker,
  { socket, events }: ChatClient,
): Probe[] {
  const patient = socket.timeout(ackWithinMs);
  const probe = (family: string, asked: object, send: () => Promise<{ ok: boolean }>): Probe => ({
    family,
    asker,
    asked,
    run: async () => {
      const ack = await send();
      if (ack.ok) throw new Error(`${family} at another's was done: ${JSON.stringify(ack)}`);
      return [ack, events.filter((event) => event.conversationId === conversationId)];
    },
  });
  const message = { clientMessageId: randomUUID(), conversationId, text: '여기서 뭘 물었지?' };
  return [
    probe('chat:stop', { turnId }, () => patient.emitWithAck('chat:stop', { turnId })),
    probe('chat:resume', { conversationId }, () =>
      patient.emitWithAck('chat:resume', { conversationId, lastSeq: 0 }),
    ),
    probe('chat:regenerate', { turnId }, () => patient.emitWithAck('chat:regenerate', { turnId })),
    probe('chat:feedback', { turnId }, () => patient.emitWithAck('chat:feedback', { turnId, rating: 'up' })),
    probe('chat:send into another’s chat', message, () => patient.emitWithAck('chat:send', message)),
  ];
}

function questionsFor(asker: Asker, { askers, customers, documents }: CanaryCompany): string[] {
  return askers
    .filter(({ key, role }) => role === 'rep' && key !== asker.key)
    .flatMap(({ key, name }) => {
      const [own, namesake] = customers.filter(({ owner }) => owner === key);
      const { title } = documents.find(({ owner }) => owner === key)!;
      return [
        `올해 ${name} 거래처별 매출 알려줘`,
        `${own!.name} 최근 방문 내역 보여줘`,
        `${own!.alias} 작년부터 월별 매출`,
        `${namesake!.name} 다음에 할 일`,
        `${own!.code} 담당자가 누구야?`,
        `${title} 내용 요약해 줘`,
        `${own!.alias} 상담 규정이 뭐야?`,
        `${initialConsonants(own!.name)} 급여 기준 알려줘`,
      ];
    });
}
