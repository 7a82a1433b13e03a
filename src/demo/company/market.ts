import { daysBetween } from './calendar';
import type { Day, Product } from './types';

/** The day the demand of `demand.ts` is meant for. */
const REFERENCE_DAY: Day = '2025-06-30';
const DAYS_OF_YEAR = 365.25;

/** Yearly growth as a share of the reference level; classes not named grow by 3 %. */
const GROWTH: Record<string, number> = {
  당뇨: 0.09,
  고지혈증: 0.07,
  항응고: 0.12,
  항생제: -0.03,
  진통소염: -0.01,
};
const USUAL_GROWTH = 0.03;
/** However far the day is from the reference day, a class neither vanishes nor explodes. */
const TREND_LIMITS = { least: 0.5, most: 2 };

/** January to December: short months, summer holidays, stocking up before the year ends. */
const USUAL_SEASON = [0.98, 0.93, 1.03, 1.01, 0.99, 1.0, 0.99, 0.94, 1.01, 1.02, 1.03, 1.07];
/** Colds and flu. */
const WINTER_SEASON = [1.32, 1.18, 1.1, 1.02, 0.9, 0.82, 0.76, 0.74, 0.92, 1.08, 1.2, 1.36];
const WINTER_CLASSES = new Set(['호흡기', '항생제']);

/** How much more or less of a product the market takes on a day than on the reference day. */
export function marketLevel(product: Product, day: Day): number {
  return season(product, day) * trend(product, day);
}

function season(product: Product, day: Day): number {
  const months = WINTER_CLASSES.has(product.therapeuticClass) ? WINTER_SEASON : USUAL_SEASON;
  return months[Number(day.slice(5, 7)) - 1]!;
}

function trend(product: Product, day: Day): number {
  const years = daysBetween(REFERENCE_DAY, day) / DAYS_OF_YEAR;
  const level = 1 + (GROWTH[product.therapeuticClass] ?? USUAL_GROWTH) * years;
  return Math.min(TREND_LIMITS.most, Math.max(TREND_LIMITS.least, level));
}
