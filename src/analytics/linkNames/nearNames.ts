import { particles } from '../koreanEndings';
import type { NamedKind } from './matchForms';
import type { Thing } from './namedThings';
import { likenessOf, type Likeness } from './wordLikeness';

/** A word that is no name, and the things whose names are like it. */
export interface NearName {
  matched: string;
  start: number;
  end: number;
  likeness: Likeness;
  things: Thing[];
}

/** Names that may be asked back about. */
const mostToChooseFrom = 6;

const likenesses: readonly Likeness[] = ['slip', 'initials', 'sound', 'similar'];
const trailing = new RegExp(`(?:${particles})$`, 'u');
/** A strength behind a word is of a product of its own. */
const wordsAndJamo = /[가-힣]+(?![가-힣]|\s*\d[\d./]*\s*m?c?g)|[ᄀ-ᄒ]+|[a-z]+/gu;

/**
 * The customers, products and people whose names words are like that nobody understood: written with a slip (한빛네과), by
 * their initials (ㅎㅂㄴㄱ), or by their sound (Naruapix). More things than can be chosen from are none.
 * @param text normalised. @param unknown words of it that are not understood.
 */
export function nearNames(text: string, unknown: readonly string[], kinds: NamedKind<Thing>[]): NearName[] {
  return spellingsIn(text, unknown).flatMap(({ spellings, ...place }) => {
    for (const likeness of likenesses) {
      for (const matched of spellings) {
        const things = like(matched, likeness, kinds);
        if (things.length > 0 && things.length <= mostToChooseFrom)
          return [{ ...place, matched, likeness, things }];
      }
    }
    return [];
  });
}

interface Word {
  start: number;
  end: number;
  /** As it stands, then without what may be a particle. */
  spellings: string[];
}

function spellingsIn(text: string, unknown: readonly string[]): Word[] {
  return [...text.matchAll(wordsAndJamo)]
    .filter(([word]) => unknown.some((other) => word.includes(other) || other.includes(word)))
    .map(({ 0: word, index }) => {
      const bare = word.replace(trailing, '');
      return {
        start: index,
        end: index + word.length,
        spellings: [...new Set([word, bare])].filter(({ length }) => length >= 3),
      };
    })
    .filter(({ spellings }) => spellings.length > 0);
}

function like(word: string, wanted: Likeness, kinds: NamedKind<Thing>[]): Thing[] {
  const found = kinds.flatMap(({ named }) =>
    named
      .filter(({ item }) => item.kind === 'customer' || item.kind === 'product' || item.kind === 'employee')
      .flatMap(({ item, forms }) =>
        forms
          .filter(({ text, rank }) => rank < 2 && likenessOf(word, text) === wanted)
          .map(({ text }) => ({ item, isWhole: text.length === word.length })),
      ),
  );
  // ㅎㅂㄴㄱ is 한빛내과 before it is the beginning of another name.
  const whole = found.filter(({ isWhole }) => isWhole && wanted === 'initials');
  return [...new Set((whole.length > 0 ? whole : found).map(({ item }) => item))];
}
