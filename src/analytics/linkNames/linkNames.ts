import type { ReaderQuery } from '../../storage/database/database';
import { normalizeQuestion } from '../normalizeQuestion';
import type { AmbiguousName, LinkedNames } from './linkedNames';
import { matchNames, type NameMatch } from './matchForms';
import { namedThings, type Thing } from './namedThings';
import { readNames, type KnownNames, type ProductRow } from './readNames';
import { siblingStrengths } from './siblingStrengths';

type ThingMatch = NameMatch<Thing> & { matched: string };

/**
 * Finds the customers, products, people, teams, regions, classes and ingredients that a question names. What the reader
 * may not see is not found, as if it did not exist.
 * @param query reads under the rights of the person who asks.
 */
export async function linkNames(question: string, query: ReaderQuery): Promise<LinkedNames> {
  return linkKnownNames(question, await readNames(normalizeQuestion(question), query));
}

/** The same among names that have been read. */
export function linkKnownNames(question: string, known: KnownNames): LinkedNames {
  const text = normalizeQuestion(question);
  const matches = matchNames(text, namedThings(known)).map((match) => ({
    ...match,
    matched: text.slice(match.start, match.end).trim(),
  }));
  return toLinkedNames(
    matches.map((match) => narrowByRegion(match, matches)),
    text,
    known.products,
  );
}

/** "마포 한빛내과": of two customers of one name, the one in the region that the question names too. */
function narrowByRegion(match: ThingMatch, matches: ThingMatch[]): ThingMatch {
  if (match.items.length < 2) return match;
  const words = matches.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'region' ? item.value.split(' ') : [])),
  );
  const there = match.items.filter(
    (item) => item.kind === 'customer' && words.some((word) => item.row.region?.split(' ').includes(word)),
  );
  return there.length > 0 ? { ...match, items: there } : match;
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
function ambiguityOf(
  items: Thing[],
  place: Omit<AmbiguousName, 'kind' | 'candidates'>,
): AmbiguousName | null {
  const [first, second] = items;
  if (!second || !first) return null;
  if (first.kind === 'customer') {
    const rows = items.flatMap((item) => (item.kind === 'customer' ? item.row : []));
    return {
      kind: 'customer',
      ...place,
      candidates: rows.map(({ code, name, region }) => ({ code, name, detail: region ?? code })),
    };
  }
  if (first.kind === 'employee') {
    const rows = items.flatMap((item) => (item.kind === 'employee' ? item.row : []));
    return {
      kind: 'employee',
      ...place,
      candidates: rows.map(({ employeeNo, name, team }) => ({
        code: employeeNo,
        name,
        detail: team ?? employeeNo,
      })),
    };
  }
  return null;
}

function add(names: LinkedNames, thing: Thing, place: { matched: string; start: number; end: number }): void {
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
