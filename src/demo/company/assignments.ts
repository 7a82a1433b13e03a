import { addDays, addMonths, monthOf } from './calendar';
import { lastOrderDay } from './events';
import { randomStream } from './random';
import { teamOf } from './territories';
import type { Assignment, Customer, Day, Employee, MasterData, Month } from './types';

/** The customers were first given out on this day; nothing of the company is older. */
export const FIRST_DAY: Day = '2020-01-01';
/** Customers change hands at the start of a quarter. */
const MONTHS_OF_QUARTER = 3;
/** A customer who stopped buying stays with the rep for a while, to be won back. */
const DAYS_TO_WIN_BACK = 31;

/**
 * Who looked after which customer, from `FIRST_DAY` up to a day. Each customer has one rep at a time; each quarter each
 * rep hands one small customer to the next colleague of the team, so that everybody keeps as many as before.
 */
export function assignmentsUntil(until: Day, { employees, customers }: MasterData): Assignment[] {
  const reps = employees.filter((employee) => employee.role === 'rep');
  const teams = [...new Set(reps.map((rep) => rep.team))];
  return teams.flatMap((team) => {
    const teamReps = reps.filter((rep) => rep.team === team);
    const teamCustomers = customers.filter((customer) => teamOf(customer) === team);
    return teamHistory(until, teamReps, teamCustomers);
  });
}

/** Finds the rep of a customer on a day in a list made by `assignmentsUntil`; null: nobody. */
export function repFinder(assignments: Assignment[]): (customerCode: string, day: Day) => string | null {
  const byCustomer = new Map<string, Assignment[]>();
  for (const span of assignments) {
    byCustomer.set(span.customerCode, [...(byCustomer.get(span.customerCode) ?? []), span]);
  }
  return (customerCode, day) => {
    const spans = byCustomer.get(customerCode) ?? [];
    return spans.find((span) => span.validFrom <= day && (span.validTo ?? day) >= day)?.employeeNo ?? null;
  };
}

function teamHistory(until: Day, reps: Employee[], customers: Customer[]): Assignment[] {
  const spans = dealOut(reps, customers);
  const smallCustomers = new Set(customers.filter(isHandedOver).map((customer) => customer.code));
  for (const quarter of quartersUntil(until)) {
    const firstDay = `${quarter}-01`;
    const movable = spans.filter((span) => isOpen(span, firstDay) && smallCustomers.has(span.customerCode));
    spans.push(...reps.map((rep, index) => handOver(rep, elementAfter(reps, index), movable, firstDay)));
  }
  return spans.map((span) => endWhenLapsed(span, until));
}

/** Round robin over customers in the order of their code, so that each rep has some of every type. */
function dealOut(reps: Employee[], customers: Customer[]): Assignment[] {
  return customers.map((customer, index) => ({
    employeeNo: reps[index % reps.length]!.employeeNo,
    customerCode: customer.code,
    validFrom: FIRST_DAY,
    validTo: null,
  }));
}

/** Key accounts keep their rep. */
function isHandedOver(customer: Customer): boolean {
  return customer.grade === 'C' || customer.grade === 'D';
}

function quartersUntil(until: Day): Month[] {
  const quarters: Month[] = [];
  let quarter = addMonths(monthOf(FIRST_DAY), MONTHS_OF_QUARTER);
  while (`${quarter}-01` <= until) {
    quarters.push(quarter);
    quarter = addMonths(quarter, MONTHS_OF_QUARTER);
  }
  return quarters;
}

/** Ends one span of the giver's the day before and returns the receiver's new one. */
function handOver(giver: Employee, receiver: Employee, movable: Assignment[], firstDay: Day): Assignment {
  const own = movable.filter((span) => span.employeeNo === giver.employeeNo);
  const moved = randomStream('hand-over', firstDay, giver.employeeNo).pick(own);
  moved.validTo = addDays(firstDay, -1);
  return {
    employeeNo: receiver.employeeNo,
    customerCode: moved.customerCode,
    validFrom: firstDay,
    validTo: null,
  };
}

function isOpen(span: Assignment, day: Day): boolean {
  return span.validTo === null && (lapseDay(span.customerCode) ?? day) >= day;
}

function endWhenLapsed(span: Assignment, until: Day): Assignment {
  const lapsed = lapseDay(span.customerCode);
  return span.validTo === null && lapsed !== null && lapsed <= until ? { ...span, validTo: lapsed } : span;
}

function lapseDay(customerCode: string): Day | null {
  const lastOrder = lastOrderDay(customerCode);
  return lastOrder === null ? null : addDays(lastOrder, DAYS_TO_WIN_BACK);
}

function elementAfter<Item>(items: Item[], index: number): Item {
  return items[(index + 1) % items.length]!;
}
