import type { Passage } from '../../shared/search';
import { indexTokens } from '../../storage/searchIndex/tokens';
import { coverage, questionWords, type QuestionWord } from './questionWords';
import { quotableSentences, type QuotableSentence } from './quotableSentences';

/** Sentences in an answer at most. */
const maximumSentences = 4;
/** A further sentence is taken when it is nearly as good as the best. */
const goodEnough = 0.75;
/** What a word counts in the heading right above, in the headings further up, and in the title, against the sentence. */
const weightOf = { sentence: 1, heading: 0.8, headings: 0.5, title: 0.5 };
/** A word counts as had from this share of its bigrams on: endings differ. */
const isHad = 0.5;
/** What having the kind of thing that is asked for counts (a number, a time, a reason), as a share of a perfect score. */
const bonus = 0.12;
/** What saying nothing else counts: of two sentences with the same words the shorter one is nearer. */
const densityWeight = 0.1;
/** How much of a sentence's score its passage's own score, against that of the best passage, decides. */
const passageWeight = 0.3;
/** What is left of the score of a passage that does not name what the question is about. */
const offTopic = 0.3;

/** What is asked for, and what an answer to that has in it. */
const kinds: { asked: RegExp; answer: RegExp }[] = [
  {
    asked:
      /얼마|몇|며칠|용량|한도|금액|기간|비율|발생률|횟수|간격|how\s+(?:much|many|long|often)|rate|ratio|dose|dosage|limit|price/iu,
    answer: /\d/u,
  },
  {
    asked: /언제|기한|시점|when|deadline/iu,
    answer: /\d|날|당일|즉시|매월|매주|매년|안에|이내|전까지|저녁|아침|day|within|immediately/iu,
  },
  {
    asked: /왜|이유|원인|why|reason|cause/iu,
    answer: /때문|원인|이유|따라|위해|낮아|높아|문제로|로\s*인해|because|due\s+to|caused/iu,
  },
];

export interface NumberedPassage extends Passage {
  number: number;
}

/** Sentences of one passage, verbatim, in its order. */
export interface Quote {
  passage: NumberedPassage;
  texts: string[];
}

interface Candidate extends QuotableSentence {
  passage: NumberedPassage;
  score: number;
}

/**
 * The sentences that answer a question best: those that share most of its words, in themselves or in the headings above
 * them, words that few sentences have counting more.
 * @param about names of the products the question is about: what does not name one is hardly ever meant.
 */
export function chooseQuotes(question: string, passages: NumberedPassage[], about: string[] = []): Quote[] {
  const words = questionWords(question);
  const best = Math.max(...passages.map(({ score }) => score));
  const candidates = passages.flatMap((passage) =>
    quotableSentences(passage).map((sentence) => ({
      ...sentence,
      passage,
      shares: sharesOf(words, sentence, passage),
    })),
  );
  const weights = words.map((_, at) => rarity(candidates.map(({ shares }) => shares[at]!)));
  const perfect = weights.reduce((sum, weight) => sum + weight, 0);
  const scored = candidates
    .map(({ shares, ...candidate }): Candidate => {
      const shared = shares.reduce((sum, share, at) => sum + share * weights[at]!, 0);
      const likely = shared + (shared > 0 && isKindAskedFor(question, candidate.text) ? perfect * bonus : 0);
      const dense = 1 - densityWeight * (1 - densityOf(candidate, words));
      const onTopic = about.length === 0 || names(candidate, about) ? 1 : offTopic;
      return { ...candidate, score: likely * dense * onTopic * passageFactor(candidate.passage, best) };
    })
    .sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) * goodEnough;
  const chosen = scored.filter(({ score }) => score > 0 && score >= least).filter(isFirstOfItsText);
  return grouped(chosen.slice(0, maximumSentences));
}

/** For each word of the question how much of it a sentence and what stands above it have. */
function sharesOf(
  words: QuestionWord[],
  { text, question }: QuotableSentence,
  { heading, title }: Passage,
): number[] {
  const headings = heading.split(' > ');
  const places = [
    { tokens: indexTokens(text), weight: weightOf.sentence },
    { tokens: indexTokens(`${question} ${headings.at(-1) ?? ''}`), weight: weightOf.heading },
    { tokens: indexTokens(headings.slice(0, -1).join(' ')), weight: weightOf.headings },
    { tokens: indexTokens(title), weight: weightOf.title },
  ].map(({ tokens, weight }) => ({ tokens: new Set(tokens), weight }));
  return words.map((word) =>
    Math.max(...places.map(({ tokens, weight }) => coverage(word, tokens) * weight)),
  );
}

/** How much of a sentence the question's words make up. */
function densityOf({ text }: QuotableSentence, words: QuestionWord[]): number {
  const tokens = new Set(indexTokens(text));
  const wanted = new Set(words.flatMap(({ alternatives }) => alternatives.flat()));
  return [...tokens].filter((token) => wanted.has(token)).length / Math.max(1, tokens.size);
}

/** A passage found with a lower score is less likely the one that is meant. */
function passageFactor({ score }: Passage, best: number): number {
  return best > 0 ? 1 - passageWeight * (1 - Math.max(0, score) / best) : 1;
}

/** The fewer sentences have a word, the more it tells (as the inverse document frequency of BM25). */
function rarity(shares: number[]): number {
  const having = shares.filter((share) => share >= isHad).length;
  return having === 0 ? 0 : Math.log(1 + shares.length / having);
}

function isKindAskedFor(question: string, text: string): boolean {
  return kinds.some(({ asked, answer }) => asked.test(question) && answer.test(text));
}

function names({ text, passage }: Pick<Candidate, 'text' | 'passage'>, about: string[]): boolean {
  const place = `${passage.title} ${passage.heading} ${text}`.normalize('NFKC').toLowerCase();
  return about.some((name) => place.includes(name.toLowerCase()));
}

function isFirstOfItsText({ text }: Candidate, at: number, all: Candidate[]): boolean {
  return all.findIndex((other) => other.text === text) === at;
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
