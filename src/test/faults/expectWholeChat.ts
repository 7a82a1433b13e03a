import type { SpanDto } from '../../shared/audit';
import type { ChatEvent, MessageDto } from '../../shared/chat';
import { isTurnEnd } from '../../shared/isTurnEnd';
import { callApi } from '../api';
import type { Installation } from './installation';

/**
 * Checks what must hold of every chat whatever happened to it: numbers without a gap, one beginning and one end of each
 * turn, the text that of its pieces, one question and one answer in the history, and a trace with every step that was shown.
 * @returns the end of each turn, in order.
 */
export async function expectWholeChat(
  url: string,
  { rep, analyst }: Pick<Installation, 'rep' | 'analyst'>,
  events: ChatEvent[],
): Promise<ChatEvent[]> {
  const { conversationId } = events[0]!;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, at) => at + 1));
  const turnIds = [...new Set(events.map(({ turnId }) => turnId))];
  const ends: ChatEvent[] = [];
  for (const turnId of turnIds) {
    const turn = events.filter((event) => event.turnId === turnId);
    expect(turn.filter(({ type }) => type === 'turn-started')).toHaveLength(1);
    expect(turn.filter(isTurnEnd)).toEqual([turn.at(-1)]);
    ends.push(turn.at(-1)!);
  }

  const path = `/api/conversations/${conversationId}/messages?limit=100`;
  const { body } = await callApi<{ items: MessageDto[] }>(url, 'GET', path, { token: rep.token });
  const written = body.items.map(({ turnId, role }) => `${turnId} ${role}`).sort();
  expect(written).toEqual(turnIds.flatMap((id) => [`${id} assistant`, `${id} user`]).sort());
  for (const end of ends) {
    const answer = body.items.find(({ turnId, role }) => turnId === end.turnId && role === 'assistant')!;
    expect(answer.status).toBe(statusOf(end));
    expect(answer.text).toBe(textOf(events.filter(({ turnId }) => turnId === end.turnId)));
    if ('text' in end) expect(end.text).toBe(answer.text);
    const trace = await callApi<{ items: SpanDto[] }>(url, 'GET', `/api/audit/turns/${end.turnId}/trace`, {
      token: analyst.token,
    });
    const { items } = trace.body;
    expect(items.filter(({ kind }) => kind === 'turn')).toHaveLength(1);
    const asked = items.filter(({ name }) => name === 'chat:send' || name === 'chat:regenerate');
    expect(asked).toHaveLength(1);
    // Whatever was told of a step is in the audit: as it ended, or that it was cut off.
    const steps = events.flatMap((event) =>
      event.turnId === end.turnId && event.type === 'step-started' ? [event.stepId] : [],
    );
    for (const event of events) {
      if (event.turnId !== end.turnId || event.type !== 'step-finished') continue;
      expect(items.find(({ id }) => id === event.stepId)).not.toMatchObject({ error: 'cut_off' });
    }
    expect(items.filter(({ id }) => steps.includes(id))).toHaveLength(steps.length);
  }
  return ends;
}

function statusOf(end: ChatEvent): string {
  if (end.type === 'turn-completed') return 'completed';
  if (end.type === 'turn-stopped') return 'stopped';
  return end.type === 'turn-failed' && end.code === 'turn_interrupted' ? 'interrupted' : 'failed';
}

function textOf(events: ChatEvent[]): string {
  return events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
}
