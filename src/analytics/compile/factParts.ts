import type { FigureQuery } from '../figureQuery';
import { movedBy } from '../period/moved';
import { isTimeDimension, type TimeDimension } from '../semanticModel/dimensions';
import type { FactPart, Metric, Texts } from '../semanticModel/types';
import { dates } from '../period/dates';
import { comparedPeriod, type ComparedPeriod } from './comparedPeriod';
import type { Group } from './groupedParts';

/** Which rows a query needs beside those of its period, and of which days. */
export interface FactParts {
  parts: ReadonlySet<FactPart>;
  /** The time the result is grouped by. */
  time?: TimeDimension;
  /** The period that is compared with, or that lost customers bought in. */
  base?: ComparedPeriod;
  monthBefore: ComparedPeriod;
  yearBefore: ComparedPeriod;
  /** The days of other periods that are told with the answer. */
  notes: Texts[];
}

export function factParts(query: FigureQuery, metrics: Record<string, Metric>, groups: Group[]): FactParts {
  const parts = new Set<FactPart>(query.metrics.flatMap((key) => metrics[key]!.parts ?? []));
  if (query.compare) parts.add('base');
  if (query.allAssignedCustomers) parts.add('assigned');
  const { key: time, step } = groups.find((group) => group.step) ?? {};
  const needsBase = parts.has('base') || parts.has('lost');
  const monthBefore = { period: movedBy(query.period, { months: -1 }), shift: { months: 1 } };
  const yearBefore = comparedPeriod(query.period, 'lastYear', step);
  return {
    parts,
    time: time !== undefined && isTimeDimension(time) ? time : undefined,
    base: needsBase ? comparedPeriod(query.period, query.compare ?? 'previous', step) : undefined,
    monthBefore,
    yearBefore,
    notes: [
      ...(parts.has('monthBefore') ? [note({ ko: '전월', en: 'month before' }, monthBefore)] : []),
      ...(parts.has('yearBefore') ? [note({ ko: '전년 동기', en: 'year before' }, yearBefore)] : []),
    ],
  };
}

function note(label: Texts, { period }: ComparedPeriod): Texts {
  return { ko: `${label.ko} ${dates(period)}`, en: `${label.en} ${dates(period)}` };
}
