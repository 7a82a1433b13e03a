/** A text in which all spellings of digits, dashes and spaces are one, and the place of each of its characters in the original. */
export interface FoldedText {
  text: string;
  /** Place in the original of the character at `index`; of the end too. */
  placeOf(index: number): number;
}

const dashes = '‐‑‒–—―−─ㅡ－﹣';
const spaces = '\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t';
/** Characters nobody sees: they may stand inside a number. */
const unseen = '\u00ad\u200b\u200c\u200d\u2060\ufeff';

// One by one: a joiner inside a class looks like one that joins its neighbours.
const toFold = new RegExp(`[${dashes}${spaces}\\uff01-\\uff5e]|${Array.from(unseen).join('|')}`);
const isUnseen = new Set(unseen);
const folded = new Map([
  ...Array.from(dashes, (dash) => [dash, '-'] as const),
  ...Array.from(spaces, (space) => [space, ' '] as const),
]);

/** Folds what people write in place of ASCII digits, dashes and spaces: `０１０－１２３４` is found as `010-1234`. */
export function foldText(original: string): FoldedText {
  if (!toFold.test(original)) return { text: original, placeOf: (index) => index };
  const places: number[] = [];
  let text = '';
  for (let place = 0; place < original.length; place += 1) {
    const character = original[place]!;
    if (isUnseen.has(character)) continue;
    places.push(place);
    text += folded.get(character) ?? halfWidth(character);
  }
  places.push(original.length);
  return { text, placeOf: (index) => places[index]! };
}

function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}
