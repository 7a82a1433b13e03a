import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

const require = createRequire(import.meta.url);
const { isTurnEnd } = require('../../dist/shared/isTurnEnd.js');

/** Every event of one chat that one client was given, in the order they came, repeated ones too. */
export class EventTally {
  #given = [];
  /** Number of the last event up to which none is missing: what a client resumes from. */
  lastSeq = 0;

  take(event) {
    this.#given.push(event);
    if (event.seq === this.lastSeq + 1) this.lastSeq = event.seq;
  }

  /** How what came differs from the events as they are stored: all four are 0 where each came exactly once, in order. */
  compare(stored) {
    const wanted = new Map(stored.map((event) => [event.seq, event]));
    const seen = new Set();
    const faults = { lost: 0, doubled: 0, outOfOrder: 0, altered: 0 };
    let highest = 0;
    for (const event of this.#given) {
      const { seq } = event;
      if (seen.has(seq)) faults.doubled += 1;
      else if (seq < highest) faults.outOfOrder += 1;
      if (!isDeepStrictEqual(wanted.get(seq), event)) faults.altered += 1;
      seen.add(seq);
      highest = Math.max(highest, seq);
    }
    faults.lost = stored.filter(({ seq }) => !seen.has(seq)).length;
    return faults;
  }
}

/**
 * What is wrong with the events of a chat as they are stored: numbers with a gap, turns without an end, answers whose text
 * is not what was streamed or not `text`, the words of the scripted model; turns that did not end whole by why.
 */
export function faultsOfChat(stored, text) {
  const faults = { gaps: 0, unended: 0, wrongTexts: 0, completed: 0 };
  const streamed = new Map();
  stored.forEach((event, at) => {
    if (event.seq !== at + 1) faults.gaps += 1;
    if (event.type === 'turn-started') streamed.set(event.turnId, '');
    if (event.type === 'text-delta') streamed.set(event.turnId, streamed.get(event.turnId) + event.text);
    if (!isTurnEnd(event)) return;
    if (event.type === 'turn-completed') {
      faults.completed += 1;
      const isRight =
        event.text === streamed.get(event.turnId) && (text === undefined || event.text === text);
      if (!isRight) faults.wrongTexts += 1;
    } else {
      const name = event.code ?? event.type;
      faults[name] = (faults[name] ?? 0) + 1;
    }
    streamed.delete(event.turnId);
  });
  faults.unended = streamed.size;
  return faults;
}

/** Adds up records of numbers. */
export function sum(records) {
  const total = {};
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) total[name] = (total[name] ?? 0) + value;
  }
  return total;
}
