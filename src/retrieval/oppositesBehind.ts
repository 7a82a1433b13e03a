import { askedSense, type Sense } from './askedSense';
import type { QuestionWord } from './expandQuestion';
import type { RankedCandidate } from './rankCandidates';
import { readCandidate, type Statement } from './readCandidate';
import { shareIn, spellingsOf, type Spelling } from './spellings';

/** Ranks at which the opposite is looked for, and how many ranks below it one in the asked sense. */
const looked = { first: 3, below: 5 };

/** Below this share of the score of the opposite, a passage is about something else (2.5 points). */
const leastOfScore = 0.08;

/** Sentences and clauses count as speaking of what is asked that have nearly as many of its words as the best. */
const nearlyBest = { sentence: 0.9, clause: 0.75 };

/**
 * Puts before each of the first passages that says the opposite of what is asked the next one that says what is asked and
 * has as many of the question's words: "what may be returned" and "what may not" share all words but the last, and nearness in
 * meaning does not tell them apart. All else keeps its order.
 * @param ranked best first.
 */
export function oppositesBehind(
  question: string,
  words: QuestionWord[],
  ranked: RankedCandidate[],
): RankedCandidate[] {
  const asked = askedSense(question);
  if (!asked) return ranked;
  const spellings = words.map(spellingsOf);
  const sayings = new Map<RankedCandidate, Set<Sense>>();
  const says = (candidate: RankedCandidate, sense: Sense) => {
    if (!sayings.has(candidate)) sayings.set(candidate, sensesOf(candidate, spellings));
    const senses = sayings.get(candidate)!;
    return senses.size === 1 && senses.has(sense);
  };
  const ordered = [...ranked];
  for (const opposite of ranked.slice(0, looked.first)) {
    if (!says(opposite, asked === 'is' ? 'not' : 'is')) continue;
    const at = ordered.indexOf(opposite);
    const better = ordered
      .slice(at + 1, at + 1 + looked.below)
      .find(
        (candidate) =>
          candidate.hit.score >= leastOfScore * opposite.hit.score &&
          candidate.features.words >= opposite.features.words &&
          says(candidate, asked),
      );
    if (!better) continue;
    ordered.splice(ordered.indexOf(better), 1);
    ordered.splice(at, 0, { ...better, hit: { ...better.hit, score: opposite.hit.score } });
  }
  return ordered;
}

/** The senses in which a passage speaks of what is asked: of the clauses with most of its words, in its best sentences. */
function sensesOf({ hit }: RankedCandidate, words: Spelling[][]): Set<Sense> {
  const { sentences, isUnderNegation } = readCandidate(hit);
  const best = mostOf(sentences, words, nearlyBest.sentence);
  const clauses = mostOf(
    best.flatMap((sentence) => sentence.clauses),
    words,
    nearlyBest.clause,
  );
  return new Set(clauses.map(({ isNegated }) => (isNegated || isUnderNegation ? 'not' : 'is')));
}

function mostOf<Part extends Statement>(parts: Part[], words: Spelling[][], share: number): Part[] {
  const counts = parts.map(({ tokens }) => words.reduce((sum, word) => sum + shareIn(word, tokens), 0));
  const most = Math.max(...counts);
  return parts.filter((_part, at) => most > 0 && counts[at]! >= share * most);
}
