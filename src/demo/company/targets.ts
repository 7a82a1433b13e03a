import { daysOfMonth, isBusinessDay } from './calendar';
import type { CustomerDemand } from './demand';
import { lastOrderDay, launchLevel } from './events';
import { marketLevel } from './market';
import { randomStream } from './random';
import type { Day, Month, SalesTarget } from './types';

/** Targets are set in steps of 10,000 KRW. */
const STEP = 10_000;
/** What a target asks for beside what the customers are expected to buy. */
const AMBITION = { lowest: 0.94, highest: 1.1 };

/**
 * The targets of one month, set on its first day: the expected orders of the customers each rep has on that day. Nobody
 * knows of shortages beforehand. A rep has no target for a product of which nothing is expected.
 */
export function targetsOfMonth(
  month: Month,
  demands: CustomerDemand[],
  repOf: (customerCode: string, day: Day) => string | null,
): SalesTarget[] {
  const firstDay = `${month}-01`;
  const businessDays = daysOfMonth(month).filter(isBusinessDay).length;
  const expected = new Map<string, number>();
  for (const { customer, orderRate, lines } of demands) {
    const employeeNo = repOf(customer.code, firstDay);
    if (employeeNo === null || firstDay > (lastOrderDay(customer.code) ?? firstDay)) continue;
    for (const { product, lineShare, meanQuantity } of lines) {
      const level = marketLevel(product, firstDay) * launchLevel(product.code, `${month}-15`);
      const amount = businessDays * orderRate * lineShare * meanQuantity * level * product.unitPrice;
      const key = `${employeeNo} ${product.code}`;
      expected.set(key, (expected.get(key) ?? 0) + amount);
    }
  }
  return [...expected]
    .map(([key, amount]) => targetOf(month, key, amount))
    .filter(({ amount }) => amount > 0);
}

function targetOf(month: Month, key: string, expected: number): SalesTarget {
  const [employeeNo = '', productCode = ''] = key.split(' ');
  const ambition = randomStream('target', month, key).between(AMBITION.lowest, AMBITION.highest);
  return { month, employeeNo, productCode, amount: STEP * Math.round((expected * ambition) / STEP) };
}
