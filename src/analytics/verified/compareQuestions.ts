import { contentWords } from '../../storage/searchIndex/questionWords';
import { indexTokens } from '../../storage/searchIndex/tokens';
import type { LinkedNames } from '../linkNames/linkedNames';
import { readClues, type Clues } from '../understand/readClues';
import { readingOf } from '../understand/reading';
import { readTimes, type Times } from '../understand/readTimes';

/** A question's words without names, read for what they say. */
export interface ComparedQuestion {
  times: Times;
  /** What it says of figures, part by part; two questions that differ in one ask for something else. */
  said: Record<string, string>;
  /** What a choice is of; one may leave it out. */
  subject: string | null;
  /** Pieces of all its words but those of times. */
  all: ReadonlySet<string>;
  /** Pieces of the words that the semantic model has no meaning for. */
  unknown: ReadonlySet<string>;
  /** It names a date that does not exist: what is meant is not known. */
  hasUnknownDate: boolean;
}

const noNames: LinkedNames = {
  customers: [],
  products: [],
  employees: [],
  teams: [],
  regions: [],
  therapeuticClasses: [],
  ingredients: [],
  ambiguous: [],
};

const negation =
  /않|없|못|아니|제외|빼고|말고|(?<![가-힣])안\s|(?<![a-z])(?:not?|without|except|excluding|never)(?![a-z])/gu;

/** @param text of a `QuestionReading`. */
export function readCompared(text: string, now: Date): ComparedQuestion {
  const clues = readClues(text, noNames, now);
  const withoutTimes = readingOf(text);
  readTimes(withoutTimes, now);
  return {
    times: clues.times,
    said: saidBy(clues, withoutTimes.text),
    subject: clues.subject?.key ?? null,
    all: piecesOf(withoutTimes.text),
    unknown: piecesOf(clues.topic),
    hasUnknownDate: clues.unknown.dates.length > 0,
  };
}

/** From 0 (no piece in common) to 1: by all words, and by those that the semantic model does not know, whichever is less. */
export function similarity(one: ComparedQuestion, other: ComparedQuestion): number {
  return Math.min(dice(one.all, other.all), dice(one.unknown, other.unknown));
}

/** The part in which two questions say something else, however alike they sound; null where there is none. */
export function contradiction(one: ComparedQuestion, other: ComparedQuestion): string | null {
  if (one.subject && other.subject && one.subject !== other.subject) return 'subject';
  return Object.keys(one.said).find((part) => one.said[part] !== other.said[part]) ?? null;
}

function saidBy(clues: Clues, words: string): Record<string, string> {
  const { metrics, times } = clues;
  const parts = {
    metrics: [...metrics.sales, ...metrics.interactions].sort(),
    groupings: [...clues.groupings, ...(times.dimension ? [times.dimension] : [])].sort(),
    compare: times.compare !== undefined,
    filters: clues.filters,
    ranking: clues.ranking,
    bounds: clues.bounds,
    target: clues.target,
    direction: [clues.growth, clues.change, clues.trend],
    idle: [clues.idle, clues.idleSince ?? null, clues.longAgo],
    contacts: [clues.nextAction, clues.whenLast, clues.count ?? null],
    whose: [clues.mine, clues.team, clues.company],
    elsewhere: [clues.strongDocuments, clues.forecast, clues.excluded, clues.unsupported],
    numbers: words.match(/\d+(?:\.\d+)?/gu)?.sort() ?? [],
    negation: words.match(negation)?.length ?? 0,
  };
  return Object.fromEntries(Object.entries(parts).map(([part, said]) => [part, JSON.stringify(said)]));
}

/** What questions are compared by at a glance: pieces of their words. */
export function piecesOf(text: string): Set<string> {
  return new Set(indexTokens(contentWords(text).join(' ')));
}

/** What two sets have in common, twice, of what they have together; two empty sets are the same. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 1;
  const common = [...one].filter((piece) => other.has(piece)).length;
  return (2 * common) / (one.size + other.size);
}
