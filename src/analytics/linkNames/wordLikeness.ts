import { initialConsonants } from '../../text/initialConsonants';
import { soundKey } from '../../text/soundKey';

/** How a word is like a name, the surest first. */
export type Likeness = 'slip' | 'initials' | 'sound' | 'similar';

/** Consonants that a word of them (ㅎㅂㄴㄱ) or the sound of a name must have: with fewer, many names are alike. */
const leastInitials = 3;
const leastSounds = 4;
/** Consonants at the end of a name that one of two spellings may lack: 나루아픽 is Naruapix. */
const unsaidSounds = 2;
/** Syllables of a name in which one stroke of the keyboard may be wrong. */
const leastSyllables = 3;
/** What people put behind a foreign name. */
const addedEnding = /[스즈쓰트크]$/u;

/**
 * How a word that is no name is like one. `similar`: a syllable is another one, which as often makes another name (한빛외과,
 * 한빛내과), so that it has to be asked about.
 * @param word and `form`: without spaces, see `compact`.
 */
export function likenessOf(word: string, form: string): Likeness | null {
  if (/^[ᄀ-ᄒ]+$/u.test(word)) return isInitials(word, form) ? 'initials' : null;
  if (/^[a-z-]+$/u.test(word)) return isSameSound(word, form) ? 'sound' : null;
  // What is the name itself was not linked for a reason, such as a strength there is not.
  if (!/^[가-힣]+/u.test(word) || form.length < leastSyllables || word === form) return null;
  // 한솔내과 is another clinic than 찬솔내과: of a slip the consonants that begin the syllables stay.
  const isSameBeginning = initialConsonants(word) === initialConsonants(form);
  if (isSameBeginning && distance(word.normalize('NFD'), form.normalize('NFD'), 1) <= 1) return 'slip';
  if (form.length > leastSyllables && addedEnding.test(word) && word.slice(0, -1) === form) return 'slip';
  return form.length > leastSyllables && distance(word, form, 1) <= 1 ? 'similar' : null;
}

function isInitials(word: string, form: string): boolean {
  return word.length >= leastInitials && initialConsonants(form).normalize('NFKC').startsWith(word);
}

function isSameSound(word: string, form: string): boolean {
  if (!/[가-힣]/u.test(form)) return false;
  const [heard, meant] = [soundKey(word), soundKey(form)];
  if (heard.length < leastSounds || meant.length < leastSounds) return false;
  return (
    Math.abs(heard.length - meant.length) <= unsaidSounds &&
    (heard.startsWith(meant) || meant.startsWith(heard))
  );
}

/** Letters to put in, leave out or change; more than `most` are not counted. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
