import type { Turn } from './conversationState';

/**
 * The line of turns to show, first one first: through the turn the reader chose to its newest continuation; without a
 * choice, to the turn that began last.
 * @param turns In the order in which they began.
 */
export function shownLine(turns: Turn[], chosenTurnId: string | null): Turn[] {
  const chosen = turns.find(({ turnId }) => turnId === chosenTurnId);
  const last = chosen ? newestContinuation(turns, chosen) : turns.at(-1);
  return last ? lineTo(turns, last.turnId) : [];
}

/** The turns that lead to a turn, as far back as they are known, and the turn itself; none for null, which stands before every chat. */
export function lineTo(turns: Turn[], turnId: string | null): Turn[] {
  const known = new Map(turns.map((turn) => [turn.turnId, turn]));
  const line: Turn[] = [];
  let turn = turnId === null ? undefined : known.get(turnId);
  while (turn) {
    line.push(turn);
    // Each turn once, whatever the server says.
    known.delete(turn.turnId);
    turn = turn.parentTurnId === null ? undefined : known.get(turn.parentTurnId);
  }
  return line.reverse();
}

/** Turns that answer the same question anew or stand in its place, the turn itself among them, oldest first. */
export function branchesBeside(turns: Turn[], { parentTurnId }: Turn): Turn[] {
  return turns.filter((turn) => turn.parentTurnId === parentTurnId);
}

/** A turn begins after the one it goes on from: so one pass finds everything behind a turn, its newest end last. */
function newestContinuation(turns: Turn[], from: Turn): Turn {
  const behind = new Set<string | null>([from.turnId]);
  let newest = from;
  for (const turn of turns) {
    if (!behind.has(turn.parentTurnId)) continue;
    behind.add(turn.turnId);
    newest = turn;
  }
  return newest;
}
