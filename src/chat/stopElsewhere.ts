import type { TurnRecord } from '../repositories/turns';
import { isTurnEnd } from '../shared/isTurnEnd';
import type { ChatDependencies } from './dependencies';
import { endForeignTurn } from './endForeignTurn';
import { stopElsewhereMs } from './limits';

/**
 * Stops a turn that another process answers: it is asked to, and ended from here where it does not hear.
 * Settled when the turn has ended.
 */
export async function stopElsewhere(turn: TurnRecord, dependencies: ChatDependencies): Promise<void> {
  const { feed, tellOthers } = dependencies;
  let stopListening = () => {};
  const ended = new Promise<void>((resolve) => {
    stopListening = feed.subscribe(turn.conversationId, (events) => {
      const isEnd = events.some((event) => event.turnId === turn.id && isTurnEnd(event));
      if (isEnd) resolve();
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, stopElsewhereMs);
  });
  try {
    await tellOthers({ stop: turn.id });
    await Promise.race([ended, patience]);
  } finally {
    clearTimeout(timer);
    stopListening();
  }
  await endForeignTurn(turn, 'stopped', dependencies);
}
