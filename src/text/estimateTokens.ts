/** Tokens one UTF-16 unit of a kind of text costs at most on average. */
const costs = { hangul: 1.5, letter: 0.3, digit: 0.85, space: 0.15, sign: 1, other: 2 } as const;

/** Tokens an endpoint adds for each message: its role and its ends. */
export const tokensPerMessage = 5;

/** What stands where something was left out of a text. */
const leftOut = ' […] ';

/**
 * About how many tokens a text costs. Endpoints differ in their vocabularies and none is at hand here, so it is counted by kind
 * of character, on the safe side: `estimateTokens.test.ts` holds it against two vocabularies. A vocabulary of its own would be
 * 2 MB, a second of CPU at the start, and still another model's.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (let at = 0; at < text.length; at += 1) tokens += costOf(text.charCodeAt(at));
  return Math.ceil(tokens);
}

/** A text within so many tokens: where it is longer, its beginning and its end, with a mark between them. */
export function cutToTokens(text: string, limit: number): string {
  if (estimateTokens(text) <= limit) return text;
  const room = Math.max(0, limit - estimateTokens(leftOut) - 1);
  const head = lengthWithin(text, (at) => at, (room * 3) / 4);
  const tail = lengthWithin(text, (at) => text.length - 1 - at, room / 4);
  return `${text.slice(0, head)}${leftOut}${tail > 0 ? text.slice(-tail) : ''}`.toWellFormed();
}

/** How many units from one end cost no more than `room`. */
function lengthWithin(text: string, place: (at: number) => number, room: number): number {
  let spent = 0;
  for (let at = 0; at < text.length; at += 1) {
    spent += costOf(text.charCodeAt(place(at)));
    if (spent > room) return at;
  }
  return text.length;
}

function costOf(code: number): number {
  if (code < 0x80) {
    if (code <= 0x20) return costs.space;
    if (code >= 0x30 && code <= 0x39) return costs.digit;
    const lower = code | 0x20;
    return lower >= 0x61 && lower <= 0x7a ? costs.letter : costs.sign;
  }
  return code >= 0xac00 && code <= 0xd7a3 ? costs.hangul : costs.other;
}
