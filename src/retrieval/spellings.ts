import { indexTokens } from '../storage/searchIndex/tokens';
import type { QuestionWord } from './expandQuestion';

/** What another word for the same counts against the word itself. */
const synonymShare = 0.8;

/** A way to write a word of the question, as tokens, and what having it counts. */
export interface Spelling {
  tokens: string[];
  counts: number;
}

/** Every way to write a word of the question. */
export function spellingsOf({ asked, others }: QuestionWord): Spelling[] {
  return [
    { tokens: indexTokens(asked), counts: 1 },
    ...others.map((other) => ({ tokens: indexTokens(other), counts: synonymShare })),
  ];
}

/** Those of which a passage has anything: of a dozen synonyms it has one or two, and is asked for no other again. */
export function spellingsIn(word: Spelling[], tokens: Set<string>): Spelling[] {
  return word.filter((spelling) => spelling.tokens.some((token) => tokens.has(token)));
}

/** How much of a word stands in a text: of its spellings the one that is there most, 0 to 1. */
export function shareIn(word: Spelling[], tokens: Set<string>): number {
  let most = 0;
  for (const { tokens: wanted, counts } of word) {
    const found = wanted.filter((token) => tokens.has(token)).length;
    most = Math.max(most, (counts * found) / wanted.length);
  }
  return most;
}
