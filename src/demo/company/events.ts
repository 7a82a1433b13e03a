import { daysBetween } from './calendar';
import type { Day } from './types';

/**
 * What happened to the company, by date. The sample documents (meeting notes, notices) tell of the same events, so that
 * a question about the figures and one about the reason can both be answered.
 */

/** 나루다파엠서방정 10/1000mg. */
const LAUNCHED_PRODUCT = '067200060';
const LAUNCH_DAY = '2026-03-03';
/** Sales of a new product climb to their level in a straight line. */
const DAYS_TO_FULL_SALES = 240;
const SALES_AT_LAUNCH = 0.2;

/** 나루목사클정 625mg: the maker of its active substance failed an inspection. */
const SHORT_PRODUCT = '067700010';
const SHORTAGE = { from: '2025-10-13', to: '2025-12-05' };
const SALES_IN_SHORTAGE = 0.12;

/** The day of the last order, by customer code. */
const LAST_ORDERS: Record<string, Day> = {
  // 나무그늘의원 closed down.
  '93430003': '2025-08-29',
  // 푸른들종합병원 went over to another supplier's tender.
  '91210001': '2026-05-29',
};

/** How much of its usual demand a product can meet on a day: 0 before its launch, 1 in the ordinary way. */
export function availability(productCode: string, day: Day): number {
  return isShort(productCode, day) ? SALES_IN_SHORTAGE : launchLevel(productCode, day);
}

/** As `availability`, without what nobody could foresee: what a target may count on. */
export function launchLevel(productCode: string, day: Day): number {
  if (productCode !== LAUNCHED_PRODUCT) return 1;
  const age = daysBetween(LAUNCH_DAY, day);
  if (age < 0) return 0;
  return SALES_AT_LAUNCH + (1 - SALES_AT_LAUNCH) * Math.min(1, age / DAYS_TO_FULL_SALES);
}

/** Whether the product is so new that a rep brings it up everywhere. */
export function isNews(productCode: string, day: Day): boolean {
  return productCode === LAUNCHED_PRODUCT && day >= LAUNCH_DAY && launchLevel(productCode, day) < 1;
}

export function isShort(productCode: string, day: Day): boolean {
  return productCode === SHORT_PRODUCT && day >= SHORTAGE.from && day <= SHORTAGE.to;
}

/** The day of the customer's last order; null for one who still buys. */
export function lastOrderDay(customerCode: string): Day | null {
  return LAST_ORDERS[customerCode] ?? null;
}
