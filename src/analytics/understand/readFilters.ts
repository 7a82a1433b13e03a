import type { FigureFilters } from '../figureQuery';
import type { LinkedNames } from '../linkNames/linkedNames';
import type { InteractionDimension } from '../semanticModel/dimensions';
import { customerTypes, interactionTypes, reimbursementWords } from '../semanticModel/values';
import type { Words } from '../semanticModel/types';
import type { Reading } from './reading';
import { wordPattern } from './words';

const typePatterns = patternsOf(customerTypes);
const contactPatterns = patternsOf(interactionTypes).filter(({ value }) => value !== '방문');
const reimbursement = reimbursementWords.map(({ reimbursed, words }) => ({
  reimbursed,
  pattern: wordPattern(words),
}));
const grade =
  /(?<![a-z가-힣])(?<grade>[a-z]|\d|vip)\s*(?:-\s*)?(?:등급|급(?!여))(?:의|인|은|는|이|가)?|(?:등급|grades?|tiers?)\s*(?<grade2>[a-z]|\d|vip)(?![a-z\d])/gu;

/** The filters of what the question names; takes the names out. */
export function takeNames(reading: Reading, names: LinkedNames): FigureFilters {
  const { customers, products, employees, teams, regions, therapeuticClasses, ingredients, ambiguous } =
    names;
  for (const { start, end } of [
    ...[...customers, ...products, ...employees, ...teams, ...regions],
    ...[...therapeuticClasses, ...ingredients, ...ambiguous],
  ]) {
    reading.blank(start, end);
  }
  return withoutEmpty({
    customers: unique(customers.map(({ code }) => code)),
    products: unique(products.map(({ code }) => code)),
    employeeNos: unique(employees.map(({ code }) => code)),
    teams: unique(teams.map(({ value }) => value)),
    regions: wholeRegions(unique(regions.map(({ value }) => value))),
    therapeuticClasses: unique(therapeuticClasses.map(({ value }) => value)),
    ingredients: unique(ingredients.map(({ value }) => value)),
  });
}

/** What is named more than once, and so is to be set side by side: "오세린과 남도현", "급여와 비급여". */
export function sideBySide(
  names: LinkedNames,
  values: FigureFilters,
  namesBoth: boolean,
): InteractionDimension[] {
  const named = (entries: ({ start: number } & ({ code: string } | { value: string }))[]) => {
    const things = entries.map((entry) => ('code' in entry ? entry.code : entry.value));
    return Math.min(new Set(entries.map(({ start }) => start)).size, new Set(things).size);
  };
  const kinds: [InteractionDimension, number][] = [
    ['employee', named(names.employees)],
    ['team', named(names.teams)],
    ['customer', named(names.customers)],
    ['product', named(names.products)],
    ['therapeuticClass', named(names.therapeuticClasses)],
    ['region', named(names.regions.filter(({ value }) => !isProvince(value)))],
    ['province', named(names.regions.filter(({ value }) => isProvince(value)))],
    ['customerType', values.customerTypes?.length ?? 0],
    ['grade', values.grades?.length ?? 0],
    ['interactionType', values.interactionTypes?.length ?? 0],
    ['reimbursed', namesBoth ? 2 : 0],
  ];
  return kinds.filter(([, count]) => count > 1).map(([dimension]) => dimension);
}

/** What figures are limited to beside names. */
export interface NamedValues {
  values: FigureFilters;
  /** Both 급여 and 비급여. */
  namesBoth: boolean;
  /** Where the last kind of contact stands; -1 for none. */
  lastContact: number;
}

/** Takes the kinds of customer, grades, reimbursement and kinds of contact that a question limits figures to. */
export function takeValues(reading: Reading): NamedValues {
  const grades = reading.take(grade).map(({ groups }) => (groups!.grade ?? groups!.grade2)!.toUpperCase());
  const reimbursed = reimbursement.filter(({ pattern }) => reading.take(pattern).length > 0);
  const contacts = takeValue(reading, contactPatterns);
  const values = withoutEmpty({
    grades: unique(grades),
    reimbursed: reimbursed.length === 1 ? reimbursed[0]!.reimbursed : undefined,
    customerTypes: unique(takeValue(reading, typePatterns).map(({ value }) => value)),
    interactionTypes: unique(contacts.map(({ value }) => value)),
  });
  return {
    values,
    namesBoth: reimbursed.length > 1,
    lastContact: Math.max(-1, ...contacts.map(({ index }) => index)),
  };
}

/** 서울 and 경기 are provinces; 강남구 and 서울 강남구 are places in one. */
function isProvince(region: string): boolean {
  return !/\s|[시군구]$/u.test(region);
}

/** A filter that was not set is no filter. */
function withoutEmpty(filters: FigureFilters): FigureFilters {
  return Object.fromEntries(
    Object.entries(filters).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** 서울 and 강남구 named apart (서울에서 강남구) are one place where the list has 서울 강남구 already. */
function wholeRegions(regions: string[]): string[] {
  return regions.filter(
    (region) => !regions.some((other) => other !== region && other.split(' ').includes(region)),
  );
}

function takeValue<Value extends string>(
  reading: Reading,
  patterns: { value: Value; pattern: RegExp }[],
): { value: Value; index: number }[] {
  return patterns.flatMap(({ value, pattern }) =>
    reading.take(pattern).map(({ index }) => ({ value, index })),
  );
}

/** Each word by itself, the longest first: 종합병원 is no 병원. */
function patternsOf<Value extends string>(values: Record<Value, Words>): { value: Value; pattern: RegExp }[] {
  const entries = Object.entries(values) as [Value, Words][];
  const longest = (words: Words) => Math.max(...words.ko.map(({ length }) => length));
  return entries
    .sort(([, a], [, b]) => longest(b) - longest(a))
    .map(([value, words]) => ({
      value,
      pattern: wordPattern({ ko: words.ko.flatMap((word) => [`${word}급`, word]), en: words.en }),
    }));
}

function unique<Item>(items: Item[]): Item[] {
  return [...new Set(items)];
}
