import type { Day, Period } from '../period/calendar';
import { partsOf } from '../period/calendar';
import { joins } from '../semanticModel/joins';
import type { Texts } from '../semanticModel/types';
import { knowsHolidays, monthsOf, type MonthProgress } from '../workingDays/workingDays';
import type { ParameterList } from './parameterList';

/** The months of a period by their working days, as a relation and in words. */
export interface WorkingDayRows {
  /** `working_days(month, share) AS (...)`, for the WITH of a statement. */
  sql: string;
  notes: Texts[];
}

/** @param today calendar day in Korea. */
export function workingDayRows(period: Period, today: Day, { add }: ParameterList): WorkingDayRows {
  const months = monthsOf(period, today);
  const days = add(months.map(({ month }) => month));
  const shares = add(months.map(({ passed, total }) => passed / total));
  const { relation } = joins.workingDays;
  return {
    sql: `${relation}(month, share) AS (SELECT * FROM unnest(${days}::date[], ${shares}::float8[]))`,
    notes: [progress(months), ...unknownHolidays(months)],
  };
}

function progress(months: MonthProgress[]): Texts {
  const sum = (key: 'passed' | 'total') => months.reduce((total, month) => total + month[key], 0);
  const days = `${sum('passed')}/${sum('total')}`;
  return {
    ko: `근무일(월~금, 공휴일·대체공휴일 제외) ${days}일 경과`,
    en: `${days} working days have passed (Monday to Friday, less public and substitute holidays)`,
  };
}

/** A year whose holidays are not published yet has only weekends: that has to be said. */
function unknownHolidays(months: MonthProgress[]): Texts[] {
  const years = [...new Set(months.map(({ month }) => partsOf(month).year))].filter(
    (year) => !knowsHolidays(year),
  );
  if (years.length === 0) return [];
  return [
    {
      ko: `${years.join(', ')}년의 공휴일은 달력에 없어 주말만 뺌`,
      en: `the holidays of ${years.join(', ')} are not known: only weekends are left out`,
    },
  ];
}
