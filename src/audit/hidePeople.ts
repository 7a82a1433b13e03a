import type { PersonNames } from '../repositories/people';
import type { Language } from '../shared/problem';

/** A person and the name that stands in their place. */
export type HiddenPerson = PersonNames & { pseudonym: string };

/** Shorter ones, and numbers alone, are words and figures of any text. */
const tellingNumber = /^(?=.*\d)(?=.*[A-Za-z]).{4,}$/;
const shortestName = 2;

const titles = { ko: '직원', en: 'Employee' };

/** Replaces what people are called in texts: their names, e-mail addresses and employee numbers. */
export function hidePeople(people: HiddenPerson[], language: Language): (text: string) => string {
  const replacements = new Map<string, string>();
  for (const person of people) {
    const { name, pseudonym } = person;
    for (const text of calledBy(person))
      replacements.set(text, text === name ? `${titles[language]} ${pseudonym}` : pseudonym);
  }
  if (replacements.size === 0) return (text) => text;
  // The longest first: a name may begin another.
  const names = [...replacements.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![A-Za-z0-9])`, 'gu');
  return (text) => text.replace(pattern, (name) => replacements.get(name)!);
}

/**
 * What people are called, as far as it could be a part of what is found by one of these words: within it, or where it begins or ends.
 * Whoever does not see them may look only through what is left of a text without them.
 * @param words in small letters
 */
export function hiddenFrom(words: readonly string[], people: PersonNames[]): string[] {
  const called = people.flatMap(calledBy);
  return [...new Set(called)].filter((text) => words.some((word) => canMeet(word, text.toLowerCase())));
}

function calledBy({ name, employeeNo, email }: PersonNames): string[] {
  return [
    ...(name.length >= shortestName ? [name] : []),
    ...(tellingNumber.test(employeeNo) ? [employeeNo] : []),
    email,
  ];
}

function canMeet(word: string, text: string): boolean {
  if (text.includes(word) || word.includes(text)) return true;
  const longest = Math.min(word.length, text.length) - 1;
  return Array.from({ length: longest }, (_none, at) => at + 1).some(
    (length) => text.endsWith(word.slice(0, length)) || text.startsWith(word.slice(-length)),
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
