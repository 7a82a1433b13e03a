import type { ReaderQuery } from '../../storage/database/database';
import { normalizeQuestion } from '../normalizeQuestion';
import { wordsNotUnderstood } from '../understand/wordsNotUnderstood';
import { candidatesOf } from './candidatesOf';
import type { AmbiguousName, LinkedName, LinkedNames } from './linkedNames';
import { matchNames, type NamedKind, type NameMatch } from './matchForms';
import { namedThings, type Thing } from './namedThings';
import { nearNames } from './nearNames';
import { readNames, readSimilarNames, type KnownNames, type ProductRow } from './readNames';
import { siblingStrengths } from './siblingStrengths';

type ThingMatch = NameMatch<Thing> & { matched: string };

/**
 * Finds the customers, products, people, teams, regions, classes and ingredients that a question names. What the reader
 * may not see is not found, as if it did not exist.
 * @param query reads under the rights of the person who asks.
 */
export async function linkNames(question: string, query: ReaderQuery): Promise<LinkedNames> {
  const [names] = await linkQuestions([question], query);
  return names!;
}

/** The same for several questions at once, such as those of a conversation. */
export async function linkQuestions(questions: string[], query: ReaderQuery): Promise<LinkedNames[]> {
  const texts = questions.map(normalizeQuestion);
  const known = await readNames(texts.join('\n'), query);
  const things = namedThings(known);
  const linked = questions.map((question) => linkExactNames(question, known, things));
  const unknown = questions.map((question, at) => wordsNotUnderstood(question, linked[at]!));
  if (unknown.flat().length === 0) return linked;
  const similar = await readSimilarNames(unknown.flat(), known, query);
  const similarThings = namedThings(similar);
  return linked.map((names, at) => withNearNames(texts[at]!, names, unknown[at]!, similarThings));
}

/** What a question names word for word, by whatever it is called. */
export function linkExactNames(
  question: string,
  { products }: KnownNames,
  things: NamedKind<Thing>[],
): LinkedNames {
  const text = normalizeQuestion(question);
  const matches = matchNames(text, things).map((match) => ({
    ...match,
    matched: text.slice(match.start, match.end).trim(),
  }));
  return toLinkedNames(
    matches.map((match) => narrowByRegion(match, matches)),
    text,
    products,
  );
}

/** Adds what words mean that are only like names; what might be another name altogether is asked about. */
export function withNearNames(
  text: string,
  names: LinkedNames,
  unknown: string[],
  known: NamedKind<Thing>[],
): LinkedNames {
  const near = nearNames(text, unknown, known);
  const result = { ...names, customers: [...names.customers], products: [...names.products] };
  result.employees = [...names.employees];
  result.ambiguous = [...names.ambiguous];
  for (const { things, likeness, matched, start, end } of near) {
    const words = names.regions.flatMap(({ value }) => value.split(' '));
    const meant = inRegion(things, words);
    const place = { matched, start, end };
    const candidates = candidatesOf(meant);
    if (candidates.length > 1 || likeness === 'similar') {
      const isNear = likeness === 'similar' ? { isNear: true as const } : {};
      result.ambiguous.push({ ...place, candidates, ...isNear });
    } else for (const thing of meant) add(result, thing, { ...place, isNear: true });
  }
  return result;
}

/** "마포 한빛내과": of two customers of one name, the one in the region that the question names too. */
function narrowByRegion(match: ThingMatch, matches: ThingMatch[]): ThingMatch {
  if (match.items.length < 2) return match;
  const words = matches.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'region' ? item.value.split(' ') : [])),
  );
  return { ...match, items: inRegion(match.items, words) };
}

function inRegion(things: Thing[], words: string[]): Thing[] {
  const there = things.filter(
    (thing) => thing.kind === 'customer' && words.some((word) => thing.row.region?.split(' ').includes(word)),
  );
  return there.length > 0 ? there : things;
}

function toLinkedNames(matches: ThingMatch[], text: string, products: ProductRow[]): LinkedNames {
  const names: LinkedNames = {
    customers: [],
    products: [],
    employees: [],
    teams: [],
    regions: [],
    therapeuticClasses: [],
    ingredients: [],
    ambiguous: [],
  };
  for (const { items, matched, start, end } of matches) {
    const place = { matched, start, end };
    const ambiguous = ambiguityOf(items, place);
    if (ambiguous) names.ambiguous.push(ambiguous);
    else for (const item of items) add(names, item, place);
  }
  names.products.push(...siblingStrengths(text, names.products, products));
  return names;
}

/** Two customers or two people of one name are a question back; several strengths of a brand are all meant. */
function ambiguityOf(items: Thing[], place: Omit<AmbiguousName, 'candidates'>): AmbiguousName | null {
  const isPerson = items[0]?.kind === 'customer' || items[0]?.kind === 'employee';
  return items.length > 1 && isPerson ? { ...place, candidates: candidatesOf(items) } : null;
}

type Place = Pick<LinkedName, 'matched' | 'start' | 'end' | 'isNear'>;

function add(names: LinkedNames, thing: Thing, place: Place): void {
  switch (thing.kind) {
    case 'customer':
      names.customers.push({ code: thing.row.code, name: thing.row.name, ...place });
      break;
    case 'product':
      names.products.push({ code: thing.row.code, name: thing.row.brand, ...place });
      break;
    case 'employee': {
      const { employeeNo, name, team, visible } = thing.row;
      names.employees.push({ code: employeeNo, name, team, visible, ...place });
      break;
    }
    case 'team':
      names.teams.push({ value: thing.value, ...place });
      break;
    case 'region':
      names.regions.push({ value: thing.value, ...place });
      break;
    case 'therapeuticClass':
      names.therapeuticClasses.push({ value: thing.value, ...place });
      break;
    case 'ingredient':
      names.ingredients.push({ value: thing.value, ...place });
      break;
  }
}
