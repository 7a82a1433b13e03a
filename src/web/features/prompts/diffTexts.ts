import { diffArrays } from 'diff';

/** A stretch of two texts that both have, or that one of them has. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** Words in it. */
  words: number;
}

/** What differs between two texts, word by word: a Korean word is what stands between blanks. */
export function diffTexts(before: string, after: string): DiffPart[] {
  return diffArrays(pieces(before), pieces(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
    words: value.filter((piece) => piece.trim() !== '').length,
  }));
}

/** Words, line ends and the blanks between them; together they are the text. */
function pieces(text: string): string[] {
  return text.match(/\n|[^\S\n]+|\S+/g) ?? [];
}
