import type { SendAck } from '../../../shared/chat';
import { pause } from '../../lib/pause';
import { type AcceptedPlace, createOutbox, type UnsentQuestion } from './outbox';

const accepted = { turnId: 't', conversationId: 'c' };
const key = 'unsent';
const pauseMs = 0;

function question(clientMessageId: string): UnsentQuestion {
  return { clientMessageId, text: `question ${clientMessageId}`, conversationId: 'c', parentTurnId: null };
}

/** What a browser keeps for a tab: a second outbox on it is the tab after a reload. */
function tabStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

/** A tab whose sent questions are answered by the test. */
function openTab(storage = tabStorage(), { connected = true } = {}) {
  const sent: { id: string; answer: (ack: SendAck | undefined) => void }[] = [];
  const taken: [string, AcceptedPlace][] = [];
  const tab = { storage, sent, taken, connected };
  const outbox = createOutbox({
    storage,
    isConnected: () => tab.connected,
    send: ({ clientMessageId: id }) => new Promise((resolve) => sent.push({ id, answer: resolve })),
    onAccepted: ({ clientMessageId }, place) => taken.push([clientMessageId, place]),
    pauseMs,
  });
  outbox.open(key);
  return Object.assign(tab, { outbox });
}

/** Lets promises and timers of no length go by: timers of one length end in the order they were begun, however busy it is. */
async function settled(): Promise<void> {
  for (let round = 0; round < 5; round++) await pause(pauseMs);
}

const waiting = ({ outbox }: ReturnType<typeof openTab>) =>
  outbox.unsent.get().map(({ clientMessageId }) => clientMessageId);

it('a question waits until it is acknowledged', async () => {
  const tab = openTab();
  tab.outbox.add(question('1'));
  expect(waiting(tab)).toEqual(['1']);
  tab.sent[0]!.answer({ ok: true, ...accepted });
  await settled();
  expect(waiting(tab)).toEqual([]);
  expect(tab.taken).toEqual([['1', { ok: true, ...accepted }]]);
  expect(tab.storage.getItem(key)).toBeNull();
});

it('an answer that does not come has it sent again with the same id', async () => {
  const tab = openTab();
  tab.outbox.add(question('1'));
  tab.sent[0]!.answer(undefined);
  await settled();
  expect(tab.sent.map(({ id }) => id)).toEqual(['1', '1']);
});

it('waits for a connection, and is sent once when it comes', async () => {
  const tab = openTab(tabStorage(), { connected: false });
  tab.outbox.add(question('1'));
  expect(tab.sent).toEqual([]);
  tab.connected = true;
  tab.outbox.deliverAll();
  tab.outbox.deliverAll();
  await settled();
  expect(tab.sent).toHaveLength(1);
});

it('a connection lost under way is waited for, not hammered', async () => {
  const tab = openTab();
  tab.outbox.add(question('1'));
  tab.connected = false;
  tab.sent[0]!.answer(undefined);
  await settled();
  expect(tab.sent).toHaveLength(1);
  tab.connected = true;
  tab.outbox.deliverAll();
  await settled();
  expect(tab.sent).toHaveLength(2);
});

it('a reload sends what was not acknowledged, with the same id', () => {
  const before = openTab();
  before.outbox.add(question('1'));
  const after = openTab(before.storage);
  expect(after.sent.map(({ id }) => id)).toEqual(['1']);
  expect(after.outbox.unsent.get()).toEqual([question('1')]);
});

it('the first event of its turn counts as the acknowledgement that was lost', () => {
  const tab = openTab();
  tab.outbox.add(question('1'));
  tab.outbox.accept('1', accepted);
  tab.outbox.accept('1', accepted);
  expect(tab.taken).toEqual([['1', accepted]]);
});

it('a refusal keeps the question, over a reload too, until it is sent again or given up', async () => {
  const tab = openTab();
  const error = { code: 'server_busy', message: 'busy', retryAfterMs: 60_000 };
  tab.outbox.add(question('1'));
  tab.sent[0]!.answer({ ok: false, error });
  await settled();
  const [refused] = tab.outbox.unsent.get();
  expect(refused).toMatchObject({ text: 'question 1', refused: { error } });
  expect(refused!.refused!.retryAt! - Date.now()).toBeGreaterThan(50_000);
  expect(tab.sent).toHaveLength(1);

  const reloaded = openTab(tab.storage);
  expect(reloaded.sent).toEqual([]);
  reloaded.outbox.retry('1');
  expect(reloaded.sent.map(({ id }) => id)).toEqual(['1']);
  reloaded.outbox.withdraw('1');
  expect(waiting(reloaded)).toEqual([]);
});

it.each(['shutting_down', 'unauthenticated'])('%s is no refusal of the question', async (code) => {
  const tab = openTab();
  tab.outbox.add(question('1'));
  tab.sent[0]!.answer({ ok: false, error: { code, message: '' } });
  await settled();
  expect(tab.sent).toHaveLength(2);
});

it('what one person did not send is not sent for the next one', () => {
  const tab = openTab();
  tab.outbox.add(question('1'));
  tab.outbox.open(undefined);
  expect(waiting(tab)).toEqual([]);
  tab.outbox.open('unsent of another');
  expect(waiting(tab)).toEqual([]);
  tab.outbox.open(key);
  expect(waiting(tab)).toEqual(['1']);
});
