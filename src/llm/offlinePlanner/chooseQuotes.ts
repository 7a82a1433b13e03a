import type { Passage } from '../../shared/search';
import { contentWords } from '../../storage/searchIndex/questionWords';
import { indexTokens } from '../../storage/searchIndex/tokens';

/** Sentences in an answer at most, and from one passage. */
const maximumQuotes = 4;
const maximumFromPassage = 2;
/** A further sentence is taken when it is nearly as good as the best. */
const goodEnough = 0.65;
/** Longer pieces are paragraphs without an end, and hide the answer. */
const longestQuote = 400;
/** Below this many letters and without a number, a line is a heading. */
const shortestStatement = 12;
/** What a word of the title or heading counts against one in the sentence itself: it stands for all its sentences. */
const headingWeight = 0.5;
/** What a number counts where one is asked for, as a share of a perfect score. */
const numberBonus = 0.15;
/** How much less a sentence counts for each place its passage was found further down. */
const rankDecay = 0.04;

const asksNumber = /얼마|몇|용량|한도|금액|기간|언제|비율|횟수|간격|how\s+(?:much|many|long|often)|dose|dosage|limit|when|price/iu;

export interface NumberedPassage extends Passage {
  number: number;
}

/** Sentences of one passage, verbatim, in its order. */
export interface Quote {
  passage: NumberedPassage;
  texts: string[];
}

interface Candidate {
  passage: NumberedPassage;
  /** Place of the passage among those found, and of the sentence in it. */
  rank: number;
  place: number;
  text: string;
  tokens: Set<string>;
}

/**
 * The sentences that answer a question best: those that share most of its words, the rare ones counting more (as in BM25,
 * by the number of sentences that have them), with help from the heading they stand under.
 */
export function chooseQuotes(question: string, passages: NumberedPassage[]): Quote[] {
  const candidates = passages.flatMap((passage, rank) => candidatesOf(passage, rank));
  const weights = weightsOf(question, candidates);
  const perfect = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (perfect === 0) return [];
  const wantsNumber = asksNumber.test(question);
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, weights, perfect, wantsNumber) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const chosen: Candidate[] = [];
  for (const { candidate, score } of scored) {
    if (chosen.length >= maximumQuotes || score < best * goodEnough || score === 0) break;
    if (isNew(candidate, chosen)) chosen.push(candidate);
  }
  return grouped(chosen);
}

/** The statements of a passage; a question in it stands for the answer that follows. */
function candidatesOf(passage: NumberedPassage, rank: number): Candidate[] {
  const sentences = sentencesOf(passage.text);
  return sentences.flatMap((text, place) => {
    const question = isQuestion(sentences[place - 1]) ? sentences[place - 1]! : '';
    if (isQuestion(text) || !isStatement(text)) return [];
    return [{ passage, rank, place, text, tokens: new Set(indexTokens(`${question} ${text}`)) }];
  });
}

/** Lines, cut at the ends of sentences: a quote has one line. */
function sentencesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('ko', { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

function isQuestion(sentence: string | undefined): boolean {
  return sentence !== undefined && /\?["'”’)]*$/u.test(sentence);
}

function isStatement(sentence: string): boolean {
  const letters = sentence.replace(/[^\p{L}\p{N}]/gu, '');
  return sentence.length <= longestQuote && (letters.length >= shortestStatement || (/\d/.test(letters) && letters.length > 3));
}

/** The question's tokens, each weighing more the fewer sentences have it; one that none has weighs nothing. */
function weightsOf(question: string, candidates: Candidate[]): Map<string, number> {
  const tokens = new Set(contentWords(question).flatMap(indexTokens));
  const weights = new Map<string, number>();
  for (const token of tokens) {
    const having = candidates.filter((candidate) => candidate.tokens.has(token)).length;
    if (having > 0) weights.set(token, Math.log(1 + candidates.length / having));
  }
  return weights;
}

function scoreOf(
  { passage, rank, text, tokens }: Candidate,
  weights: Map<string, number>,
  perfect: number,
  wantsNumber: boolean,
): number {
  const above = new Set(indexTokens(`${passage.title} ${passage.heading}`));
  let score = 0;
  for (const [token, weight] of weights) {
    if (tokens.has(token)) score += weight;
    else if (above.has(token)) score += weight * headingWeight;
  }
  if (wantsNumber && score > 0 && /\d/.test(text)) score += perfect * numberBonus;
  return score * Math.max(0, 1 - rank * rankDecay);
}

function isNew({ passage, text }: Candidate, chosen: Candidate[]): boolean {
  const fromSame = chosen.filter((other) => other.passage.chunkId === passage.chunkId).length;
  return fromSame < maximumFromPassage && !chosen.some((other) => other.text === text);
}

/** One quote a passage, its sentences in the order of the text; passages in the order of their best sentence. */
function grouped(chosen: Candidate[]): Quote[] {
  const passages = [...new Set(chosen.map(({ passage }) => passage))];
  return passages.map((passage) => ({
    passage,
    texts: chosen
      .filter((candidate) => candidate.passage === passage)
      .sort((a, b) => a.place - b.place)
      .map(({ text }) => text),
  }));
}
