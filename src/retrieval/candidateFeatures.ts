import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { runsOf } from '../storage/searchIndex/tokens';
import { textLanguage } from '../text/textLanguage';
import type { QuestionWord } from './expandQuestion';
import { isNegated } from './negation';
import { readCandidate, type ReadCandidate } from './readCandidate';
import { shareIn, spellingsIn, spellingsOf, type Spelling } from './spellings';

/** What a word counts that stands above a passage and not in it. */
const placeShares = { heading: 0.8, headings: 0.6, title: 0.6 };

/**
 * Nearness is told in steps of this many standard deviations of the candidates' cosines, since models spread them differently:
 * of e5-small all cosines lie between .75 and .95, of others between .1 and .7.
 */
const deviationsInAStep = 3;

/** No step is smaller: candidates that are all equally near tell nothing. */
const smallestStep = 0.01;

/** Characters of running text from which a passage says something; headings and the title do not count. */
const fullPassage = 300;

/** What tells an answer from the rest, each about 0 to 1; `rankingModels` says what each counts. */
export interface CandidateFeatures {
  /** Nearness in meaning against the nearest candidate, in steps of the candidates' spread: 0 is the nearest, else negative. */
  nearness: number;
  /** 1 where it is written in the language of the question: such a text is nearer to it whatever it says. */
  sameLanguage: number;
  /** Share of the question's words, rare ones counting more, that stand in the passage or above it. */
  words: number;
  /** The same, in the passage's own text. */
  ownWords: number;
  /** The same, in its best single sentence or row. */
  sentence: number;
  /** Share of the question's numbers that it lacks. */
  numbersMissing: number;
  /** Reciprocal of its rank by the index's own keyword score. */
  keywordRank: number;
  /** Its keyword score against the best of all candidates. */
  keywordShare: number;
  /** 1 for the beginning of a document, which repeats the title and says little. */
  opening: number;
  /** Running text in it, against a full passage. */
  substance: number;
  /** 1 where the question says not, and so does its best sentence. */
  negation: number;
}

export interface Candidate {
  hit: IndexHit;
  features: CandidateFeatures;
  /** For each word of the question, how much of it the passage has, 0 to 1. */
  shares: number[];
}

/** Looks at every candidate of a question: what both ways of searching said, and what is written there. */
export function describeCandidates(question: string, words: QuestionWord[], hits: IndexHit[]): Candidate[] {
  const asked = words.map(spellingsOf);
  const read = hits.map(readCandidate);
  const present = read.map(({ everything }) => asked.map((word) => spellingsIn(word, everything)));
  const shares = read.map((candidate, at) => present[at]!.map((word) => shareAnywhere(word, candidate)));
  const weights = asked.map((_word, at) => rarity(shares.map((row) => row[at]!)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const weighted = (row: number[]) =>
    total > 0 ? row.reduce((sum, share, at) => sum + share * weights[at]!, 0) / total : 0;
  const numbers = numbersOf(question);
  const isNegative = isNegated(question);
  const language = textLanguage(question);
  const nearness = nearnessAmong(
    hits,
    read.map((candidate) => candidate.language === language),
  );
  const hasVectors = hits.some(({ legs }) => legs.vector !== null);
  const keywordScores = hits.map(({ legs }) => legs.lexical ?? 0).sort((a, b) => b - a);
  return hits.map((hit, at) => {
    const candidate = read[at]!;
    const best = bestSentence(present[at]!, candidate, weighted);
    return {
      hit,
      shares: shares[at]!,
      features: {
        nearness: nearness(hit),
        sameLanguage: hasVectors && candidate.language === language ? 1 : 0,
        words: weighted(shares[at]!),
        ownWords: weighted(present[at]!.map((word) => shareIn(word, candidate.text))),
        sentence: best.share,
        numbersMissing:
          numbers.filter((number) => !candidate.everything.has(number)).length / Math.max(1, numbers.length),
        keywordRank: hit.legs.lexical === null ? 0 : 1 / (1 + keywordScores.indexOf(hit.legs.lexical)),
        keywordShare: (hit.legs.lexical ?? 0) / (keywordScores[0] || 1),
        opening: hit.ordinal === 0 ? 1 : 0,
        substance: Math.min(1, candidate.ownLength / fullPassage),
        negation: isNegative && best.isNegated ? 1 : 0,
      },
    };
  });
}

/** Nearness of a hit against the nearest of all; who was found by words alone is taken to be as far as the farthest. */
function nearnessAmong(hits: IndexHit[], isSameLanguage: boolean[]): (hit: IndexHit) => number {
  const cosines = hits.flatMap(({ legs }) => legs.vector ?? []);
  if (cosines.length === 0) return () => 0;
  const nearest = Math.max(...cosines);
  const farthest = Math.min(...cosines);
  // Another language is another cloud, further off: the distance between the two is no spread.
  const cloud = hits.flatMap(({ legs }, at) => (isSameLanguage[at] ? (legs.vector ?? []) : []));
  const step = Math.max(
    smallestStep,
    deviationsInAStep * standardDeviation(cloud.length > 1 ? cloud : cosines),
  );
  return ({ legs }) => ((legs.vector ?? farthest) - nearest) / step;
}

function standardDeviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function shareAnywhere(word: Spelling[], candidate: ReadCandidate): number {
  return Math.max(shareIn(word, candidate.text), shareAbove(word, candidate));
}

function shareAbove(word: Spelling[], { heading, headings, title }: ReadCandidate): number {
  return Math.max(
    placeShares.heading * shareIn(word, heading),
    placeShares.headings * shareIn(word, headings),
    placeShares.title * shareIn(word, title),
  );
}

/** The sentence that has most of the question's words, with what stands above it. */
function bestSentence(
  present: Spelling[][],
  candidate: ReadCandidate,
  weighted: (shares: number[]) => number,
): { share: number; isNegated: boolean } {
  const above = present.map((word) => shareAbove(word, candidate));
  let best = { share: 0, isNegated: false };
  for (const sentence of candidate.sentences) {
    const found = weighted(present.map((word, at) => Math.max(shareIn(word, sentence.tokens), above[at]!)));
    if (found > best.share) best = { share: found, isNegated: sentence.isNegated };
  }
  return best;
}

/** A word that few of the candidates have tells more (the inverse document frequency of BM25, over the candidates). */
function rarity(shares: number[]): number {
  const having = shares.filter((found) => found >= 0.5).length;
  return Math.log(1 + (shares.length - having + 0.5) / (having + 0.5));
}

function numbersOf(question: string): string[] {
  return [...new Set(runsOf(question).map(({ text }) => text))].filter((text) => /\d/u.test(text));
}
