import { honorifics } from '../koreanEndings';
import { therapeuticClassWords } from '../semanticModel/values';
import type { NamedKind } from './matchForms';
import { compact, customerForms, productForms, substancesOf, type NameForm } from './nameForms';
import type { CustomerRow, EmployeeRow, KnownNames, ProductRow } from './readNames';

/** What a name in a text may turn out to be. */
export type Thing =
  | { kind: 'customer'; row: CustomerRow }
  | { kind: 'product'; row: ProductRow }
  | { kind: 'employee'; row: EmployeeRow }
  | { kind: 'team' | 'region' | 'therapeuticClass' | 'ingredient'; value: string };

const personSuffix = `\\s*${honorifics}`;
/** A strength behind a brand without one: the family is not what is meant. */
const noStrength = '(?:(?<=[a-z%])|(?!\\s*\\d[\\d./]*\\s*(?:mg|mcg|g|ml|iu)(?![a-z])))';
const classSuffix = '(?:\\s*(?:치료제|치료약|질환군|질환|약제|제품군|계열|병|증|약|제|계|군)|s(?![a-z]))?';
const regionSuffix = '(?:특별시|광역시|시|도|구|군)?(?:\\s*(?:지역|권역|권|소재|관내))?';

/** Everything that has a name, by kind, with its spellings and what may stand behind them. */
export function namedThings({
  customers,
  products,
  employees,
  teams,
  regions,
}: KnownNames): NamedKind<Thing>[] {
  return [
    {
      suffix: noStrength,
      named: products.map((row) => ({
        item: { kind: 'product', row },
        forms: productForms(row.brand, row.aliases, row.code),
      })),
    },
    {
      suffix: '',
      named: customers.map((row) => ({
        item: { kind: 'customer', row },
        forms: customerForms(row.name, row.aliases, row.code),
      })),
    },
    {
      suffix: personSuffix,
      named: employees.map((row) => ({
        item: { kind: 'employee', row },
        forms: [row.name, row.employeeNo, ...row.aliases].map((form) => surely(compact(form))),
      })),
    },
    {
      suffix: '',
      named: teams.map((value) => ({ item: { kind: 'team', value }, forms: teamForms(value, teams) })),
    },
    {
      suffix: regionSuffix,
      named: regionWords(regions).map(({ value, forms }) => ({ item: { kind: 'region', value }, forms })),
    },
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
    return {
      value,
      forms: [value, ...(bare.length >= 2 ? [bare] : [])].map((form) => surely(compact(form))),
    };
  });
}
