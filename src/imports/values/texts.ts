import { z } from 'zod';
import { isStorable } from '../../shared/storableText';
import { textOf } from './cell';
import { problem, type ReadCell } from './columnType';

/** What a decoder puts where it cannot read, and control characters that no cell has (but tab and line breaks). */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unreadable = /[\uFFFD\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Text of at most so many characters. What begins with `=` is text like any other. */
export function text(max: number): ReadCell {
  return (cell) => {
    const value = textOf(cell);
    if (unreadable.test(value) || !isStorable(value)) return { code: 'characters_unreadable' };
    return value.length > max ? { code: 'text_too_long', facts: { max } } : value;
  };
}

const readAddress = text(254);

/** An e-mail address. */
export const email: ReadCell = (cell, options) => {
  const value = readAddress(cell, options);
  if (typeof value !== 'string') return value;
  return z.email().safeParse(value).success ? value : problem('email_invalid', value);
};

/** Texts split by `;`, each once, as an array that PostgreSQL reads. */
export function list(max: number): ReadCell {
  const readItem = text(max);
  return (cell, options) => {
    const items = new Set<string>();
    for (const part of textOf(cell).split(';')) {
      const item = readItem(part, options);
      if (typeof item !== 'string') return item;
      if (item !== '') items.add(item);
    }
    return arrayLiteral([...items]);
  };
}

function arrayLiteral(items: string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** One of some words; `also` are other ways to say each. Case, spaces and hyphens do not count. */
export function word<Word extends string>(also: Record<Word, string[]>): ReadCell {
  const words = Object.keys(also) as Word[];
  const known = new Map(
    words.flatMap((name) => [name, ...also[name]].map((said) => [plain(said), name] as const)),
  );
  return (cell) => {
    const value = textOf(cell);
    return known.get(plain(value)) ?? problem('word_unknown', value, { allowed: words.join(', ') });
  };
}

function plain(said: string): string {
  return said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}
