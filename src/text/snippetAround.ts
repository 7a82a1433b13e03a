/** Characters shown of a text around what was looked for. */
const snippetLength = 100;
/** Of these, those before it: what comes after says more. */
const lengthBefore = 30;

/**
 * The piece of a text around the first of the words that it has, as one line; what is left out is shown by `…`. Spaces inside
 * a word do not count.
 */
export function snippetAround(text: string, words: string[]): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const places = words.map((word) => line.search(looseWord(word))).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, line.length) - lengthBefore);
  const end = start + snippetLength;
  const piece = line.slice(wordStart(line, start), end).trim();
  return `${start > 0 ? '…' : ''}${piece}${end < line.length ? '…' : ''}`;
}

function looseWord(word: string): RegExp {
  return new RegExp(
    Array.from(word, (letter) => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s?'),
    'iu',
  );
}

/** The place after the next space, where one is near: a snippet begins with a whole word. */
function wordStart(line: string, place: number): number {
  if (place === 0) return 0;
  const space = line.indexOf(' ', place);
  return space >= 0 && space - place < lengthBefore / 2 ? space + 1 : place;
}
