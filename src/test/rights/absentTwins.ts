import { randomUUID } from 'node:crypto';
import { callApi } from '../api';
import type { ChatClient } from '../chatClient';
import type { TestServer } from '../server';
import type { Asker, CanaryCompany } from './canaryCompany';
import type { OwnedChat } from './routeProbes';

/** The same call for what is another's and for what there is not. */
export interface Twins {
  asker: Asker;
  call: string;
  another(): Promise<unknown>;
  absent(): Promise<unknown>;
}

/** Calls that name one thing, by everybody for another's and for none: nobody may learn from an answer which it was. */
export function absentTwins(
  server: TestServer,
  { askers, customers, documents }: CanaryCompany,
  chats: OwnedChat[],
  clients: Map<string, ChatClient>,
): Twins[] {
  return askers.flatMap((asker) => {
    const route = (
      method: string,
      path: (key: string) => string,
      key: string,
      none: string,
      body?: object,
    ) => {
      const ask = (named: string) => async () => {
        const { token } = asker;
        const answer = await callApi(server.url, method, path(named), { token, body });
        return [answer.status, told(answer.body)];
      };
      return { asker, call: `${method} ${path('…')}`, another: ask(key), absent: ask(none) };
    };
    const event = (name: EventName, payload: (key: string) => object, key: string) => {
      const ask = (named: string) => () =>
        (clients.get(asker.key)!.socket as unknown as Emitting)
          .timeout(20_000)
          .emitWithAck(name, payload(named));
      return { asker, call: name, another: ask(key), absent: ask(randomUUID()) };
    };
    const [own] = documents.filter(({ owner }) => owner === asker.key);
    const linkable = own?.id ?? randomUUID();
    return [
      ...documents
        .filter(({ owner }) => owner !== asker.key)
        .flatMap(({ id }) =>
          ['', '/content', '/chunks'].map((part) =>
            route('GET', (key) => `/api/documents/${key}${part}`, id, randomUUID()),
          ),
        ),
      ...chats
        .filter(({ owner }) => owner !== asker.key)
        .flatMap(({ conversationId, turnId }) => [
          ...[
            '',
            '/messages',
            `/turns/${turnId}/tables/1/export?format=csv`,
            `/turns/${turnId}/tables/1/export?format=xlsx`,
          ].map((part) =>
            route('GET', (key) => `/api/conversations/${key}${part}`, conversationId, randomUUID()),
          ),
          route('PATCH', (key) => `/api/conversations/${key}`, conversationId, randomUUID(), { title: '남' }),
          route('DELETE', (key) => `/api/conversations/${key}`, conversationId, randomUUID()),
          event('chat:stop', (key) => ({ turnId: key }), turnId),
          event('chat:regenerate', (key) => ({ turnId: key }), turnId),
          event('chat:feedback', (key) => ({ turnId: key, rating: 'up' }), turnId),
          event('chat:resume', (key) => ({ conversationId: key, lastSeq: 0 }), conversationId),
          event(
            'chat:send',
            (key) => ({ clientMessageId: randomUUID(), conversationId: key, text: '여기서 뭘 물었지?' }),
            conversationId,
          ),
        ]),
      ...customers
        .filter(
          ({ owner, knownTo }) => owner !== asker.key && !knownTo.some((key) => sees(asker, key, askers)),
        )
        .flatMap(({ code }) => [
          route('GET', (key) => `/api/stats/customers/${key}`, code, 'HC-NONE'),
          route('GET', (key) => `/api/customers/${key}/documents`, code, 'HC-NONE'),
          route('POST', (key) => `/api/customers/${key}/documents`, code, 'HC-NONE', {
            documentId: linkable,
          }),
          route('DELETE', (key) => `/api/customers/${key}/documents/${linkable}`, code, 'HC-NONE'),
        ]),
    ];
  });
}

type EventName = 'chat:send' | 'chat:stop' | 'chat:resume' | 'chat:regenerate' | 'chat:feedback';
interface Emitting {
  timeout(ms: number): { emitWithAck(name: EventName, payload: object): Promise<unknown> };
}

function sees(asker: Asker, key: string, askers: Asker[]): boolean {
  const team = askers.find((one) => one.key === key)?.team;
  return key === asker.key || (asker.role === 'manager' && team === asker.team);
}

/** A problem without what tells one call from another: its address and its number. */
function told(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { instance: _address, requestId: _number, ...said } = body as Record<string, unknown>;
  return said;
}
