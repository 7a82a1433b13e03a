import { assignmentsUntil, FIRST_DAY, repFinder } from './assignments';
import { koreanDay } from '../../shared/koreanTime';
import { daysOfMonth, monthOf, monthsUpTo } from './calendar';
import { demandOf } from './demand';
import { interactionsOfDay } from './interactions';
import { salesOfDay } from './salesRecords';
import { targetsOfMonth } from './targets';
import type { Assignment, Interaction, MasterData, Month, MonthOf, SalesRecord, SalesTarget } from './types';

/** How many calendar months the history has; the last one ends on the day asked for. */
const MONTHS_OF_HISTORY = 24;

/** The sample company on one day: the fixed tables, and generators for the rows that are many. */
export interface Company extends MasterData {
  /** Oldest first. */
  months: Month[];
  /** Those that were in force at some time in these months. */
  assignments: Assignment[];
  /** One item a month, oldest first; may be called again for the same rows. */
  salesRecords(): Generator<MonthOf<SalesRecord>>;
  interactions(): Generator<MonthOf<Interaction>>;
  salesTargets(): Generator<MonthOf<SalesTarget>>;
}

/**
 * Makes the sample company as it stands at an instant. A day that two instants share has the same rows for both, so
 * that a later start only adds to an earlier one.
 *
 * @throws RangeError when the history would begin before the company did
 */
export function generateCompany({ until, masterData }: { until: Date; masterData: MasterData }): Company {
  const lastDay = koreanDay(until);
  const months = monthsUpTo(monthOf(lastDay), MONTHS_OF_HISTORY);
  const firstDay = `${months[0]}-01`;
  if (firstDay < FIRST_DAY) throw new RangeError(`the sample company has no history before ${FIRST_DAY}`);

  const allAssignments = assignmentsUntil(lastDay, masterData);
  const repOf = repFinder(allAssignments);
  const demands = masterData.customers.map((customer) => demandOf(customer, masterData.products));
  const repNos = masterData.employees
    .filter(({ role }) => role === 'rep')
    .map(({ employeeNo }) => employeeNo);
  const daysUntilNow = (month: Month) => daysOfMonth(month).filter((day) => day <= lastDay);

  return {
    ...masterData,
    months,
    assignments: allAssignments.filter(({ validTo }) => validTo === null || validTo >= firstDay),
    *salesRecords() {
      for (const month of months) {
        yield {
          month,
          rows: daysUntilNow(month).flatMap((day) => salesOfDay(day, masterData.products, demands, repOf)),
        };
      }
    },
    *interactions() {
      for (const month of months) {
        const rows = daysUntilNow(month).flatMap((day) => interactionsOfDay(day, repNos, demands, repOf));
        yield { month, rows: rows.filter(({ occurredAt }) => Date.parse(occurredAt) <= until.getTime()) };
      }
    },
    *salesTargets() {
      for (const month of months) yield { month, rows: targetsOfMonth(month, demands, repOf) };
    },
  };
}
