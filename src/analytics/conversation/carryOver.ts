import type { Day, Period } from '../period/calendar';
import type { Clues } from '../understand/readClues';
import type { Subjects } from '../understand/subjectsOf';
import { besideEachOther, carryFilters, withoutGrouped } from './carryFilters';
import { carryTimes, roomFor } from './carryTimes';
import { saidIn, type Said } from './goesOn';
import type { Opening } from './readOpening';

/** What a conversation is about: what was said of figures so far, as one question. */
export interface Topic {
  clues: Clues;
  subjects: Subjects;
  /** The days that were answered. */
  period: Period;
}

/** The clues of a question that goes on: what it says takes the place of what was said in the same slot. */
export function carryOver(topic: Topic, said: Clues, opening: Opening, today: Day): Clues {
  const before = topic.clues;
  const slots = saidIn(said);
  const what = carryWhat(before, said, slots, topic.subjects);
  const rows = carryFilters(before, said, opening);
  const both = opening.compares && !slots.comparison ? besideEachOther(before.filters, said.filters) : null;
  const shape = carryShape(before, both ? { ...said, groupings: [both.dimension] } : said);
  const grouped = withoutGrouped(
    { ...rows.filters, ...both?.filters },
    { ...said, groupings: shape.groupings },
  );
  const isOthers = shape.groupings.includes('employee') || shape.groupings.includes('team');
  const times = carryTimes(timesOf(topic), said.times, opening, today);
  const isOfLast = said.whenLast || said.nextAction || said.metrics.interactions.includes('lastVisit');
  return {
    ...said,
    ...what,
    ...shape,
    ...rows,
    filters: grouped,
    mine: rows.mine && !(isOthers && slots.shape),
    ranking: carryRanking(before, said, opening, slots),
    bounds: said.bounds.length > 0 ? said.bounds : isAnotherFigure(before, said, slots) ? [] : before.bounds,
    idleSince: said.idleSince ?? (slots.period || opening.span ? undefined : what.idleSince),
    times: isOfLast && !slots.period ? {} : { ...times, ...roomFor(times, shape.groupings, slots.period) },
    trend: shape.trend || (opening.shows === 'chart' && !hasGroups(shape) && before.ranking === null),
    count: said.count ?? (what.list ? (opening.limit ?? before.count) : undefined),
    ambiguous: [...said.ambiguous, ...(slots.names || slots.whose ? [] : before.ambiguous)],
    unknown: {
      ...said.unknown,
      names: [...said.unknown.names, ...(slots.names || slots.whose ? [] : before.unknown.names)],
    },
    excluded: said.excluded || (before.excluded && !slots.names),
    saysNames: slots.names || slots.whose,
    weakDocuments: false,
  };
}

/** The last visit and "no visit" are looked for further back than any period that was named. */
function timesOf({ clues, period }: Topic): Clues['times'] {
  const { times, idle, whenLast, nextAction, metrics } = clues;
  const looksBack = idle !== null || whenLast || nextAction || metrics.interactions.includes('lastVisit');
  return times.period || looksBack ? times : { ...times, period };
}

type What = Pick<
  Clues,
  | 'metrics'
  | 'sold'
  | 'idle'
  | 'idleSince'
  | 'longAgo'
  | 'list'
  | 'talked'
  | 'nextAction'
  | 'wentOut'
  | 'whenLast'
  | 'target'
  | 'unsupported'
  | 'forecast'
>;

/** What is counted or listed. Verbs of sale and visit ("누가 많이 팔았어?") change nothing where that is counted already. */
function carryWhat(before: Clues, said: Clues, { what }: Said, subjects: Subjects): What {
  const isVerbAlone =
    said.metrics.last < 0 && ((said.sold && subjects.sales) || (said.wentOut && subjects.interactions));
  const isOther =
    what &&
    !(isVerbAlone && !said.idle && !said.whenLast && !said.nextAction && !said.talked && !said.target);
  const { metrics, sold, idle, idleSince, longAgo, talked, nextAction } = isOther ? said : before;
  const { wentOut, whenLast, target, unsupported, forecast } = isOther ? said : before;
  const list = isOther ? said.list : before.list || (said.list && subjects.interactions);
  return {
    metrics: isOther && said.target && metrics.last < 0 ? before.metrics : metrics,
    ...{ sold, idle, idleSince, longAgo, list, talked, nextAction, wentOut, whenLast },
    ...{ target, unsupported, forecast },
  };
}

type Shape = Pick<Clues, 'groupings' | 'subject' | 'trend' | 'growth' | 'change'>;

/** What figures are grouped by, and whether their change is meant. A noun alone ("거래처는?") groups by it. */
function carryShape(before: Clues, said: Clues): Shape {
  const { growth, change } = said.growth || said.change ? said : before;
  const isRanked = said.ranking !== null || said.bounds.length > 0 || said.change !== null;
  if (said.groupings.length > 0)
    return { groupings: said.groupings, subject: null, trend: said.trend, growth, change };
  if (said.subject && (isRanked || said.idle))
    return { groupings: [], subject: said.subject, trend: false, growth, change };
  if (said.subject)
    return { groupings: [said.subject.key], subject: said.subject, trend: said.trend, growth, change };
  if (said.trend) return { groupings: [], subject: null, trend: true, growth, change };
  return { groupings: before.groupings, subject: before.subject, trend: before.trend, growth, change };
}

function hasGroups({ groupings, subject, trend }: Shape): boolean {
  return groupings.length > 0 || subject !== null || trend;
}

/** "하위는?" turns the order round, "3개만" changes the number; other groups are shown whole. */
function carryRanking(before: Clues, said: Clues, { limit }: Opening, slots: Said): Clues['ranking'] {
  if (said.ranking?.isUsual && before.ranking)
    return { ...before.ranking, direction: said.ranking.direction };
  if (said.ranking) return { ...said.ranking, limit: said.ranking.limit ?? before.ranking?.limit };
  if (limit !== null && !before.list) return { direction: before.ranking?.direction ?? 'desc', limit };
  return slots.shape && (said.groupings.length > 0 || said.subject !== null) ? null : before.ranking;
}

/** A bound is of one figure: 80 % of a target says nothing of visits. */
function isAnotherFigure(before: Clues, said: Clues, { what }: Said): boolean {
  const named = [...said.metrics.sales, ...said.metrics.interactions] as string[];
  const known = [...before.metrics.sales, ...before.metrics.interactions] as string[];
  return what && named.length > 0 && !named.some((key) => known.includes(key));
}
