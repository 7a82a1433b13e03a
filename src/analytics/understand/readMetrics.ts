import { interactionMetrics, type InteractionMetric } from '../semanticModel/interactionMetrics';
import { salesMetrics, type SalesMetric } from '../semanticModel/salesMetrics';
import type { Metric, Words } from '../semanticModel/types';
import type { Reading } from './reading';
import { wordPattern } from './words';

/** The metrics a question names, in its order. */
export interface NamedMetrics {
  sales: SalesMetric[];
  interactions: InteractionMetric[];
  /** Where the last of them stands; -1 for none. */
  last: number;
}

interface Word<Key> {
  key: Key;
  word: string;
  /** The word without spaces: what stands in a text whenever the pattern matches it. */
  letters: string;
  pattern: RegExp;
}

const salesWords = wordsOf(salesMetrics);
const interactionWords = wordsOf(interactionMetrics);
const sharedWords = new Set(
  salesWords.map(({ word }) => word).filter((word) => interactionWords.some((other) => other.word === word)),
);

/** Sales words with a word of contacts in them: "days since last order" is not about visits. */
const longerSalesWords = salesWords.filter(
  ({ word }) =>
    !sharedWords.has(word) &&
    interactionWords.some((other) => other.word !== word && word.includes(other.word)),
);

/** `몇 건` counts whatever is spoken of. */
const countWords = new Set(['몇 건', '몇건', '몇 개', '몇개']);

/**
 * Takes the metrics a question names. Words that both subjects use (거래처 수) belong to contacts where nothing is said of
 * sales.
 * @param namesContacts whether kinds of contact are named already.
 */
export function takeMetrics(reading: Reading, namesContacts: boolean): NamedMetrics {
  const longer = take(reading, longerSalesWords);
  const interactions = take(
    reading,
    interactionWords.filter(({ word }) => !sharedWords.has(word)),
  );
  const isAboutContacts = namesContacts || interactions.length > 0;
  const isOwn = ({ word }: Word<SalesMetric>) =>
    !sharedWords.has(word) && !(isAboutContacts && countWords.has(word));
  const sales = [...longer, ...take(reading, salesWords.filter(isOwn))];
  const shared =
    isAboutContacts && sales.length === 0
      ? []
      : take(
          reading,
          salesWords.filter(({ word }) => sharedWords.has(word)),
        );
  const further = shared.length === 0 && isAboutContacts ? take(reading, interactionWords) : [];
  const all = { sales: [...sales, ...shared], interactions: [...interactions, ...further] };
  return {
    sales: keysOf(all.sales),
    interactions: keysOf(all.interactions),
    last: Math.max(-1, ...[...all.sales, ...all.interactions].map(({ index }) => index)),
  };
}

/** Longest first, so that 매출 목표 is a target and no sales. */
function wordsOf<Key extends string>(metrics: Record<Key, Metric>): Word<Key>[] {
  return (Object.entries(metrics) as [Key, Metric][])
    .flatMap(([key, { words }]) => [
      ...words.ko.map((word) => wordOf(key, word, { ko: [word], en: [] })),
      ...words.en.map((word) => wordOf(key, word, { ko: [], en: [word] })),
    ])
    .sort((a, b) => b.word.length - a.word.length);
}

function wordOf<Key extends string>(key: Key, word: string, words: Words): Word<Key> {
  return { key, word, letters: lettersOf(word), pattern: wordPattern(words) };
}

/** Of some hundred words a question has two or three: which, is seen by their letters before any pattern is tried. */
function take<Key extends string>(reading: Reading, words: Word<Key>[]): { key: Key; index: number }[] {
  let letters = lettersOf(reading.text);
  return words.flatMap(({ key, letters: own, pattern }) => {
    if (!letters.includes(own)) return [];
    const matches = reading.take(pattern);
    if (matches.length > 0) letters = lettersOf(reading.text);
    return matches.map(({ index }) => ({ key, index }));
  });
}

function lettersOf(text: string): string {
  return text.replace(/\s+/g, '');
}

function keysOf<Key extends string>(found: { key: Key; index: number }[]): Key[] {
  return [...new Set(found.toSorted((a, b) => a.index - b.index).map(({ key }) => key))];
}
