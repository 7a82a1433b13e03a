import { addDays, daysBetween, partsOf, type Day, type Period } from '../period/calendar';
import { endingBy, monthsOf, spanUntil } from '../period/calendarUnits';
import { movedBy } from '../period/moved';
import { isTimeDimension, type InteractionDimension, type TimeDimension } from '../semanticModel/dimensions';
import { periodBefore, type Times } from '../understand/readTimes';
import type { Opening } from './readOpening';

/** Days that the longest unit has: over a carried period no longer than one there is nothing to develop. */
const longest: Record<TimeDimension, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/**
 * When a question is about that goes on from another one.
 * @param before what the last one named, or else the period that was answered.
 */
export function carryTimes(
  before: Times,
  said: Times,
  { shift, span }: Pick<Opening, 'shift' | 'span'>,
  today: Day,
): Times {
  if (said.impossible) return said;
  if (span)
    return { ...relativeComparison(before), period: spanUntil(today, span.unit, span.count), unit: 'span' };
  if (said.period && !said.isAssumed) return newPeriod(before, said, today);
  const { period } = before;
  const carried = shift && period ? shifted({ ...before, period }, shift, today) : before;
  if (!said.compare) return carried;
  if (!carried.period) return said;
  return { ...carried, compare: said.compare === 'previous' ? periodBefore(carried) : said.compare };
}

/** A carried period is left for the usual one where it is too short to be seen by month or by year. */
export function roomFor(
  times: Times,
  groupings: InteractionDimension[],
  wasSaid: boolean,
): Pick<Times, 'period' | 'unit'> {
  const time = groupings.find(isTimeDimension);
  const { period, unit } = times;
  const isTooShort = time && period && daysBetween(period.from, period.to) + 1 <= longest[time];
  return !wasSaid && isTooShort ? { period: undefined, unit: undefined } : { period, unit };
}

/** A comparison with the time before goes on with the new period; one with fixed days is over. */
function newPeriod(before: Times, said: Times, today: Day): Times {
  const isYearAlone = said.unit === 'year' && said.year !== undefined && said.dimension === undefined;
  const { period, unit } = before;
  const isOfSameDays = isYearAlone && period !== undefined && unit !== undefined && unit !== 'year';
  const times = isOfSameDays ? inThatYear({ period, unit }, said.year!, today) : said;
  return { ...relativeComparison(before), ...times };
}

function relativeComparison({ compare }: Times): Pick<Times, 'compare'> {
  return typeof compare === 'string' ? { compare } : {};
}

/** "작년에는?" behind September is September of last year; a month under way becomes a whole one. */
function inThatYear({ period, unit }: Times & { period: Period }, year: number, today: Day): Times {
  const years = year - partsOf(period.from).year;
  const isWhole = unit !== undefined && unit in monthsOf;
  const whole = isWhole ? wholeUnit(period, unit as keyof typeof monthsOf) : period;
  return { period: endingBy(today, movedBy(whole, { months: 12 * years })), unit, year };
}

function wholeUnit({ from }: Period, unit: keyof typeof monthsOf): Period {
  const next = movedBy({ from, to: from }, { months: monthsOf[unit] }).from;
  return { from, to: addDays(next, -1) };
}

/** "그 전 달은?": the unit beside the one that is spoken of; of a span, as many days. */
function shifted({ period, unit, ...times }: Times & { period: Period }, by: -1 | 1, today: Day): Times {
  return { ...times, period: endingBy(today, beside(period, unit, by)), unit };
}

function beside(period: Period, unit: Times['unit'], by: -1 | 1): Period {
  if (unit === undefined || unit === 'span' || unit === 'day' || unit === 'week') {
    const days = unit === 'week' ? 7 : daysBetween(period.from, period.to) + 1;
    const whole = unit === 'week' ? { from: period.from, to: addDays(period.from, 6) } : period;
    return movedBy(whole, { days: by * days });
  }
  return movedBy(wholeUnit(period, unit), {
    months: by * monthsOf[unit],
  });
}
