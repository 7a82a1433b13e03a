import type { ReaderQuery } from '../../storage/database/database';
import { honorifics } from '../koreanEndings';
import { normalizeQuestion } from '../normalizeQuestion';
import { therapeuticClassWords } from '../semanticModel/values';
import type { AmbiguousName, LinkedNames } from './linkedNames';
import { matchNames, type NamedKind, type NameMatch } from './matchForms';
import { compact, customerForms, productForms, substancesOf, type NameForm } from './nameForms';
import { readNames, type CustomerRow, type EmployeeRow, type KnownNames, type ProductRow } from './readNames';
import { siblingStrengths } from './siblingStrengths';

/** What a name in a text turned out to be. */
type Thing =
  | { kind: 'customer'; row: CustomerRow }
  | { kind: 'product'; row: ProductRow }
  | { kind: 'employee'; row: EmployeeRow }
  | { kind: 'team' | 'region' | 'therapeuticClass' | 'ingredient'; value: string };

type ThingMatch = NameMatch<Thing> & { matched: string };

/**
 * Finds the customers, products, people, teams, regions, classes and ingredients that a question names. What the reader
 * may not see is not found, as if it did not exist.
 * @param query reads under the rights of the person who asks.
 */
export async function linkNames(question: string, query: ReaderQuery): Promise<LinkedNames> {
  const text = normalizeQuestion(question);
  const known = await readNames(text, query);
  const matches = matchNames(text, kindsOf(known)).map((match) => ({
    ...match,
    matched: text.slice(match.start, match.end).trim(),
  }));
  return toLinkedNames(matches.map((match) => narrowByRegion(match, matches)), text, known.products);
}

const personSuffix = `\\s*${honorifics}`;
/** A strength behind a brand without one: the family is not what is meant. */
const noStrength = '(?:(?<=[a-z%])|(?!\\s*\\d[\\d./]*\\s*(?:mg|mcg|g|ml|iu)(?![a-z])))';
const classSuffix = '(?:\\s*(?:치료제|치료약|질환군|질환|약제|제품군|계열|병|증|약|제|계|군))?';
const regionSuffix = '(?:특별시|광역시|시|도|구|군)?(?:\\s*(?:지역|권역|권|소재|관내))?';

function kindsOf({ customers, products, employees, teams, regions }: KnownNames): NamedKind<Thing>[] {
  return [
    {
      suffix: noStrength,
      named: products.map((row) => ({ item: { kind: 'product', row }, forms: productForms(row.brand, row.aliases, row.code) })),
    },
    {
      suffix: '',
      named: customers.map((row) => ({ item: { kind: 'customer', row }, forms: customerForms(row.name, row.aliases, row.code) })),
    },
    {
      suffix: personSuffix,
      named: employees.map((row) => ({
        item: { kind: 'employee', row },
        forms: [row.name, row.employeeNo, ...row.aliases].map((form) => surely(compact(form))),
      })),
    },
    { suffix: '', named: teams.map((value) => ({ item: { kind: 'team', value }, forms: teamForms(value, teams) })) },
    { suffix: regionSuffix, named: regionWords(regions).map(({ value, forms }) => ({ item: { kind: 'region', value }, forms })) },
    {
      suffix: classSuffix,
      named: [...new Set(products.map((row) => row.therapeuticClass))].map((value) => ({
        item: { kind: 'therapeuticClass', value },
        forms: [value, ...(therapeuticClassWords[value] ?? [])].map((form) => surely(compact(form))),
      })),
    },
    {
      suffix: '(?:\\s*(?:성분|제제|함유))?',
      named: [...new Set(products.flatMap((row) => substancesOf(row.ingredient)))].map((value) => ({
        item: { kind: 'ingredient', value },
        forms: [surely(value)],
      })),
    },
  ];
}

function surely(text: string): NameForm {
  return { text, rank: 0 };
}

/** 서울1팀, also as 1팀 where no other team ends so. */
function teamForms(team: string, teams: string[]): NameForm[] {
  const short = /\d+팀$/u.exec(team)?.[0];
  const isUnique = short !== undefined && teams.filter((other) => other.endsWith(short)).length === 1;
  return [surely(compact(team)), ...(isUnique ? [{ text: short, rank: 1 as const }] : [])];
}

/** 서울 강남구 as it is, and each of its words: 서울, 강남구, 강남. */
function regionWords(regions: string[]): { value: string; forms: NameForm[] }[] {
  const single = new Set(regions.flatMap((region) => region.split(' ')));
  const whole = regions.filter((region) => region.includes(' '));
  return [...whole, ...single].map((value) => {
    const bare = value.replace(/(?:특별시|광역시|[시군구도])$/u, '');
    return { value, forms: [value, ...(bare.length >= 2 ? [bare] : [])].map((form) => surely(compact(form))) };
  });
}

/** "마포 한빛내과": of two customers of one name, the one in the region that the question names too. */
function narrowByRegion(match: ThingMatch, matches: ThingMatch[]): ThingMatch {
  if (match.items.length < 2) return match;
  const words = matches.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'region' ? item.value.split(' ') : [])));
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
function ambiguityOf(items: Thing[], place: Omit<AmbiguousName, 'kind' | 'candidates'>): AmbiguousName | null {
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
      candidates: rows.map(({ employeeNo, name, team }) => ({ code: employeeNo, name, detail: team ?? employeeNo })),
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
