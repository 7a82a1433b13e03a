import type { TurnEvent } from './chat';

const endTypes: ReadonlySet<TurnEvent['type']> = new Set(['turn-completed', 'turn-stopped', 'turn-failed']);

/** Whether a turn ends with this event. */
export function isTurnEnd({ type }: Pick<TurnEvent, 'type'>): boolean {
  return endTypes.has(type);
}
