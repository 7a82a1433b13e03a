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
  for (const { name, email, employeeNo, pseudonym } of people) {
    if (name.length >= shortestName) replacements.set(name, `${titles[language]} ${pseudonym}`);
    if (tellingNumber.test(employeeNo)) replacements.set(employeeNo, pseudonym);
    replacements.set(email, pseudonym);
  }
  if (replacements.size === 0) return (text) => text;
  // The longest first: a name may begin another.
  const names = [...replacements.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![A-Za-z0-9])`, 'gu');
  return (text) => text.replace(pattern, (name) => replacements.get(name)!);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
