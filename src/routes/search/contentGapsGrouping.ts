import { contentWords } from '../../storage/searchIndex/questionWords';

/** A question with what makes it comparable; the caller's own facts stay on it. */
interface Asked {
  searchedFor: string;
}

interface Group<Question extends Asked> {
  words: string[];
  questions: Question[];
}

/** Share of their words that two groups have in common from which on they are near-equal. */
const nearEqual = 0.7;

/** An added word of this kind turns a question round. */
const negations = new Set(['안', '못', '아니', '아닌', '없이', 'not', 'no', 'without']);

/**
 * Groups questions by what they ask for, most asked first; within a group they keep their order. Questions of the same
 * content words are one, whatever their order, particles and spaces; a smaller group joins a larger one that has all its
 * words or whose words it has, and little more. A word is never taken for another one: 급여 and 비급여, two products or
 * two years stay apart.
 */
export function groupQuestions<Question extends Asked>(questions: Question[]): Group<Question>[] {
  const bySize = (a: Group<Question>, b: Group<Question>) => b.questions.length - a.questions.length;
  const leaders = new Map<string, Group<Question>[]>();
  const groups: Group<Question>[] = [];
  for (const group of sameWords(questions).sort(bySize)) {
    const starts = new Set(group.words.map(startOf));
    // Only with the leader of a group: else a chain of small steps would join what has nothing in common.
    const leader = [...starts]
      .flatMap((start) => leaders.get(start) ?? [])
      .find(({ words }) => areNearEqual(words, group.words));
    if (leader) {
      leader.questions.push(...group.questions);
      continue;
    }
    groups.push(group);
    for (const start of starts) leaders.set(start, [...(leaders.get(start) ?? []), group]);
  }
  const order = new Map(questions.map((question, place) => [question, place]));
  for (const group of groups) group.questions.sort((a, b) => order.get(a)! - order.get(b)!);
  return groups.sort(bySize);
}

/** What words that count as the same have in common, so that only such groups are compared. */
function startOf(word: string): string {
  return word.slice(0, 2);
}

function sameWords<Question extends Asked>(questions: Question[]): Group<Question>[] {
  const groups = new Map<string, Group<Question>>();
  for (const question of questions) {
    const words = contentWords(question.searchedFor);
    // Letters in order make `나루아픽정반감기` and `나루아픽정 반감기` one; sorted words do so for another order.
    const keys = [words.join(''), [...words].sort().join(' ')];
    const group = keys.map((key) => groups.get(key)).find(Boolean) ?? { words, questions: [] };
    group.questions.push(question);
    for (const key of keys) groups.set(key, group);
  }
  return [...new Set(groups.values())];
}

function areNearEqual(one: string[], other: string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  if (fewer.length / more.length < nearEqual) return false;
  if (!fewer.every((word) => more.some((found) => isSameWord(word, found)))) return false;
  const added = more.filter((word) => !fewer.some((kept) => isSameWord(kept, word)));
  return (
    1 - added.length / more.length >= nearEqual && !added.some((word) => negations.has(word) || isExact(word))
  );
}

/** The same, or one with an ending more (`보관`, `보관법`); numbers and foreign words only as they are. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= 2 && longer.startsWith(shorter) && !isExact(longer);
}

/** A figure, a strength, a code: one more of them is another question. */
function isExact(word: string): boolean {
  return !/^[가-힣]+$/.test(word);
}
