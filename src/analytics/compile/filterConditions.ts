import type { FigureFilters } from '../figureQuery';
import type { Period } from '../period/calendar';
import { belongsTo } from '../semanticModel/joins';
import type { ParameterList } from './parameterList';

/** Filters on who a row belongs to. */
const personFilters = ['employeeNos', 'teams'] as const;

/** The filters that stay when a share asks for the whole: of "whose" as long as "what" was filtered, else none. */
export function filtersOfWhole(filters: FigureFilters): { filters: FigureFilters; keepsMine: boolean } {
  const persons = Object.fromEntries(personFilters.map((key) => [key, filters[key]]));
  const isAboutThings = Object.keys(filters).some((key) => !personFilters.some((person) => person === key));
  return isAboutThings ? { filters: persons, keepsMine: true } : { filters: {}, keepsMine: false };
}

/** Conditions on `rows`, a table with `employee_id`: by a person's number, team, or being the one who asks. */
export function personConditions(filters: FigureFilters, mine: boolean, { add }: ParameterList): string[] {
  const conditions = [
    ...anyOf('employee_no', filters.employeeNos, add),
    ...anyOf('team', filters.teams, add),
  ];
  return [
    ...(mine ? ['rows.employee_id = (SELECT app.employee_id())'] : []),
    ...belongsTo('employees', 'rows', conditions),
  ];
}

/** Conditions on `rows`, a table with `customer_id`. A region is met by its name or by a word of it (강남구). */
export function customerConditions(filters: FigureFilters, { add }: ParameterList): string[] {
  return belongsTo('customers', 'rows', [
    ...anyOf('code', filters.customers, add),
    ...anyOf('type', filters.customerTypes, add),
    ...anyOf('grade', filters.grades, add),
    ...(filters.regions
      ? [`(string_to_array(region, ' ') || region) && ${add(filters.regions)}::text[]`]
      : []),
  ]);
}

/** Conditions on rows with `product_id`. */
export function productConditions(rows: string, filters: FigureFilters, { add }: ParameterList): string[] {
  const { products, therapeuticClasses, ingredients, reimbursed } = filters;
  return belongsTo('products', rows, [
    ...anyOf('code', products, add),
    ...anyOf('therapeutic_class', therapeuticClasses, add),
    ...(ingredients
      ? [
          `EXISTS (SELECT FROM unnest(${add(ingredients)}::text[]) AS part WHERE strpos(ingredient, part) > 0)`,
        ]
      : []),
    ...(reimbursed === undefined ? [] : [`reimbursed = ${add(reimbursed)}`]),
  ]);
}

/** A condition that a day lies in a period. */
export function between(column: string, { from, to }: Period, { add }: ParameterList): string {
  return `${column} BETWEEN ${add(from)}::date AND ${add(to)}::date`;
}

function anyOf(column: string, values: readonly string[] | undefined, add: ParameterList['add']): string[] {
  return values ? [`${column} = ANY (${add(values)})`] : [];
}
