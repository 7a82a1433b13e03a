/** Where a letter comes from: the text and the character range in it. */
interface LetterPlace {
  item: number;
  start: number;
  end: number;
}

/** The letters and digits of some texts, one after the other, and for each character where it comes from. */
export interface FoldedText {
  text: string;
  places: LetterPlace[];
}

/**
 * Texts without what differs between two ways to write the same: letters and digits only, in small letters, Korean syllables as
 * their parts (a file may hold either).
 */
export function foldText(texts: readonly string[]): FoldedText {
  let text = '';
  const places: LetterPlace[] = [];
  for (const [item, original] of texts.entries()) {
    let start = 0;
    for (const character of original) {
      const end = start + character.length;
      for (const letter of character.normalize('NFKD').toLowerCase()) {
        if (!/[\p{L}\p{N}]/u.test(letter)) continue;
        text += letter;
        // One place a code unit, so that indexes into the text are indexes into the places.
        for (let unit = 0; unit < letter.length; unit += 1) places.push({ item, start, end });
      }
      start = end;
    }
  }
  return { text, places };
}
