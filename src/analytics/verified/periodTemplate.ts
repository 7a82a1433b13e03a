import { z } from 'zod';
import { calendarDay } from '../../shared/calendarDay';
import { addDays, type Day, type Period } from '../period/calendar';
import { endingBy, spanUntil, unitAround } from '../period/calendarUnits';

const unit = z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']);

/** Units a period may lie back, or last: as many days as make a year, and then some. */
const maximumUnits = 400;

/**
 * When a verified query asks about, so that it does not age: fixed days; `{unit: 'month', moved: -1}` is last month and
 * `{unit: 'year', moved: 0}` this year until today; `{unit: 'month', last: 3}` the rolling three months that end today;
 * `{unit: 'month', since: -11}` this month and the eleven before it.
 */
export const periodTemplateSchema = z.union([
  z.strictObject({ from: calendarDay, to: calendarDay }),
  z.strictObject({ unit, moved: z.number().int().min(-maximumUnits).max(0) }),
  z.strictObject({ unit, last: z.number().int().min(1).max(maximumUnits) }),
  z.strictObject({ unit, since: z.number().int().min(-maximumUnits).max(-1) }),
]);

export type PeriodTemplate = z.infer<typeof periodTemplateSchema>;

/** The days a template means on a day. */
export function periodOn(template: PeriodTemplate, today: Day): Period {
  if ('from' in template) return template;
  if ('last' in template) return spanUntil(today, template.unit, template.last);
  if ('since' in template) return { from: unitAround(today, template.unit, template.since).from, to: today };
  return endingBy(today, unitAround(today, template.unit, template.moved));
}

/** Days after the one a question was asked on, far enough apart that no two templates mean the same on all of them. */
const otherDays = [37, 101, 402];

/**
 * The template of the days that a question meant: the one that means on other days too what the question would have meant
 * on them. "지난달" moves on and "9월" does not, though both may have been the same days when they were asked.
 * @param meantOn the days the question means on a day.
 */
export function periodTemplateOf(
  period: Period,
  today: Day,
  meantOn: (day: Day) => Period | undefined,
): PeriodTemplate {
  const fits = (template: PeriodTemplate, day: Day, meant: Period | undefined) =>
    meant !== undefined && isSame(periodOn(template, day), meant);
  return (
    relativeTemplates().find(
      (template) =>
        fits(template, today, period) && otherDays.every((days) => later(template, addDays(today, days))),
    ) ?? period
  );

  function later(template: PeriodTemplate, day: Day): boolean {
    return fits(template, day, meantOn(day));
  }
}

/** Every relative template, the plainest first. */
function relativeTemplates(): PeriodTemplate[] {
  const units = [...unit.options].reverse();
  const counts = Array.from({ length: maximumUnits }, (_, at) => at);
  return [
    ...units.flatMap((key) => counts.map((count) => ({ unit: key, moved: -count }))),
    ...units.flatMap((key) => counts.map((count) => ({ unit: key, last: count + 1 }))),
    ...units.flatMap((key) => counts.map((count) => ({ unit: key, since: -count - 1 }))),
  ];
}

function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}
