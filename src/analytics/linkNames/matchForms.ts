import { noLetter, particles } from '../koreanEndings';
import { interactionDimensions, salesDimensions } from '../semanticModel/dimensions';
import { interactionMetrics } from '../semanticModel/interactionMetrics';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Words } from '../semanticModel/types';
import { ignoredCharacters, type NameForm } from './nameForms';

/** Something with names: what it is, and the spellings it is known by. */
export interface Named<Item> {
  item: Item;
  forms: NameForm[];
}

/** Things of one kind. */
export interface NamedKind<Item> {
  named: Named<Item>[];
  /** What may stand behind their names and belongs to them, as a source for a regular expression: "님", "구". */
  suffix: string;
}

/** A place in a text where names fit; several items where they share a spelling. */
export interface NameMatch<Item> {
  items: Item[];
  /** See `NameForm`. */
  rank: number;
  start: number;
  /** Behind the suffix. */
  end: number;
}

/** Words of the semantic model may follow a name without a space: 나루암로정매출. */
const modelWords = allWords([salesMetrics, interactionMetrics, salesDimensions, interactionDimensions])
  .filter((word) => word.length > 1)
  .join('|');

/**
 * Where names stand in a text. A name begins a word and is followed by nothing, by particles or by a word of the semantic
 * model; the longest wins where several overlap, and of the same length the surest.
 * @param text normalised, see `normalizeQuestion`.
 */
export function matchNames<Item>(text: string, kinds: NamedKind<Item>[]): NameMatch<Item>[] {
  const letters = withoutIgnored(text);
  const matches = kinds.flatMap(({ named, suffix }) => {
    const behind = new RegExp(
      `${suffix}(?=${noLetter}|(?:${particles})+${noLetter}|(?:${modelWords}))`,
      'uy',
    );
    return named.flatMap(({ item, forms }) =>
      forms.flatMap(({ text: form, rank }) =>
        occurrences(letters, form)
          .filter(({ start }) => isWordStart(text, start))
          .flatMap(({ start, end }) => {
            const whole = endWith(text, end, behind);
            return whole === null ? [] : [{ item, rank, start, end: whole, nameEnd: end }];
          }),
      ),
    );
  });
  return longestMatches(matches);
}

type Match<Item> = { item: Item; rank: number; start: number; end: number; nameEnd: number };

/** Longest first; what overlaps a longer one goes. */
function longestMatches<Item>(matches: Match<Item>[]): NameMatch<Item>[] {
  const chosen: (NameMatch<Item> & { nameEnd: number })[] = [];
  const length = ({ start, nameEnd }: Match<Item>) => nameEnd - start;
  for (const { item, ...match } of matches.toSorted((a, b) => length(b) - length(a) || a.rank - b.rank)) {
    const same = chosen.find(({ start, nameEnd }) => start === match.start && nameEnd === match.nameEnd);
    if (same && same.rank === match.rank && !same.items.includes(item)) same.items.push(item);
    if (!chosen.some(({ start, end }) => match.start < end && start < match.end))
      chosen.push({ items: [item], ...match });
  }
  return chosen
    .toSorted((a, b) => a.start - b.start)
    .map(({ items, rank, start, end }) => ({ items, rank, start, end }));
}

interface Letters {
  text: string;
  /** Place of each letter in the original text. */
  places: number[];
}

function withoutIgnored(text: string): Letters {
  const places = [...text.matchAll(/./gsu)]
    .filter(([letter]) => !isIgnored(letter))
    .map(({ index }) => index);
  return { text: places.map((place) => text[place]).join(''), places };
}

function isIgnored(letter: string): boolean {
  return ignoredCharacters.includes(letter) || /\s/u.test(letter);
}

function occurrences({ text, places }: Letters, form: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (form === '') return found;
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    found.push({ start: places[at]!, end: places[at + form.length - 1]! + 1 });
  }
  return found;
}

function isWordStart(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return !/[가-힣a-z0-9]/u.test(before);
}

function endWith(text: string, at: number, behind: RegExp): number | null {
  behind.lastIndex = at;
  const match = behind.exec(text);
  return match ? at + match[0].length : null;
}

function allWords(entries: Record<string, { words: Words }>[]): string[] {
  return entries.flatMap((entry) => Object.values(entry).flatMap(({ words }) => words.ko));
}
