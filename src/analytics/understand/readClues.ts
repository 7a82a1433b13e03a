import type { FigureFilters } from '../figureQuery';
import type { AmbiguousName, LinkedNames } from '../linkNames/linkedNames';
import type { InteractionDimension } from '../semanticModel/dimensions';
import * as lexicon from './lexicon';
import { takeGroupings, takeSubject } from './readDimensions';
import type { Period } from '../period/calendar';
import { spanUntil, type CalendarUnit } from '../period/calendarUnits';
import { koreanNumber } from '../period/koreanNumbers';
import { koreanDay } from '../../shared/koreanTime';
import { sideBySide, takeNames, takeValues } from './readFilters';
import { takeMetrics, type NamedMetrics } from './readMetrics';
import { takeRanking, type Ranking } from './readRanking';
import { takeBounds, type Bound } from './readThresholds';
import { readTimes, type Times } from './readTimes';
import { readingOf, type Reading } from './reading';
import { unknownWords, type UnknownWords } from './unknownWords';

/** Everything a question says of figures, before it is decided what it asks for. */
export interface Clues {
  times: Times;
  filters: FigureFilters;
  /** In what goes on from another question: a name is among it. */
  saysNames?: boolean;
  /** Names that mean several. */
  ambiguous: AmbiguousName[];
  metrics: NamedMetrics;
  /** What figures are grouped by outright. */
  groupings: InteractionDimension[];
  /** What a ranking or a choice is of; chosen: groups of it are wanted ("나루암로정을 산 거래처"). */
  subject: { key: InteractionDimension; isChosen: boolean; isListed: boolean; index: number } | null;
  /** How many contacts of a list. */
  count?: number;
  ranking: Ranking | null;
  bounds: Bound[];
  /** Whether those that reached a target are wanted, or those that did not. */
  target: 'reached' | 'missed' | null;
  /** Who looks after the customer that is named. */
  assignedTo: boolean;
  /** How much is left is asked. */
  left: boolean;
  /** Something was sold, though no metric says so. */
  sold: boolean;
  growth: boolean;
  change: 'up' | 'down' | null;
  trend: boolean;
  idle: 'visits' | 'sales' | null;
  /** Since when nothing has happened. */
  idleSince?: Period;
  longAgo: boolean;
  list: boolean;
  /** What was said in a contact is asked for. */
  talked: boolean;
  nextAction: boolean;
  wentOut: boolean;
  whenLast: boolean;
  mine: boolean;
  team: boolean;
  company: boolean;
  /** Something is to be written. */
  writing: boolean;
  /** Words for figures nobody keeps here. */
  unsupported: string[];
  excluded: boolean;
  forecast: boolean;
  /** Whether it happened at all is asked. */
  ever: boolean;
  /** Times that only a calendar of feasts tells. */
  feasts: string[];
  /** A mean is asked for. */
  average: boolean;
  /** The person's own place among others is asked for, or to be held against somebody. */
  ownPlace: boolean;
  /** "다른 팀": somebody else's, and not whose. */
  others: string[];
  strongDocuments: boolean;
  weakDocuments: boolean;
  unknown: UnknownWords;
  /** The question without what only figures are told by: what documents can be searched for. */
  topic: string;
}

/**
 * Reads a question from the surest words to the vaguest. Each takes its words out, so the order matters: 서울1팀 before
 * 서울, 작년 동기 대비 before 작년, 매출 목표 before 매출.
 * @param question normalised, see `normalizeQuestion`.
 * @param yearMeant the year of what is spoken of, for dates without one.
 */
export function readClues(question: string, names: LinkedNames, now: Date, yearMeant?: number): Clues {
  const reading = readingOf(question);
  const has = (pattern: RegExp) => reading.take(pattern).length > 0;

  const writing = lexicon.writing.test(question);
  const named = takeNames(reading, names);
  // Before the kinds of customers: a clinic with a name is not all clinics.
  const strangers = reading.take(lexicon.englishInstitution).map(([name]) => name.trim());
  const unsupported = reading.take(lexicon.unsupportedFigures).map(([word]) => word.trim());
  const idle = has(lexicon.idleVisits) ? 'visits' : has(lexicon.idleSales) ? 'sales' : null;
  const feasts = reading.take(lexicon.feasts).map(([word]) => word.trim());
  const others = reading.take(lexicon.othersWords).map(([word]) => word.trim());
  const whenLast = has(lexicon.whenLast);
  const idleSince = idle ? takeIdleSpan(reading, now) : undefined;
  const times = readTimes(reading, now, yearMeant);
  const bounds = takeBounds(reading);
  const count = takeCount(reading);
  const excluded = has(lexicon.exclusion);
  const nextAction = has(lexicon.nextAction);
  const ranking = takeRanking(reading);
  const groupings = takeGroupings(reading);
  const isTheirs =
    groupings.includes('employee') && /(?<![가-힣])(?:우리|저희)(?![가-힣])/u.test(reading.text);
  const team = has(lexicon.teamWords) || isTheirs;
  const company = has(lexicon.companyWords);
  const mine = has(lexicon.mineWords);
  const growth = has(lexicon.growth);
  const trend = has(lexicon.trend);
  const target = has(lexicon.missed)
    ? 'missed'
    : reading.text.search(lexicon.reached) >= 0
      ? 'reached'
      : null;
  const strongDocuments = reading.text.search(lexicon.strongDocumentWords) >= 0;
  const { values, namesBoth, lastContact } = takeValues(reading);
  const isPlace = lexicon.ownPlace.test(question);
  const metrics = takeMetrics(reading, values.interactionTypes !== undefined || idle === 'visits');
  // Behind the metrics: sales at pace (월말 예상 매출) are one of them.
  const forecast = has(lexicon.forecast);
  const average = lexicon.average.test(reading.text);
  const isPlain = metrics.last < 0 && ranking === null && idle === null && times.period === undefined;
  const assignedTo = isPlain && named.customers !== undefined && has(lexicon.assignedTo);
  const left = has(lexicon.left);
  const sold = reading.take(lexicon.soldVerb);
  const ever = has(lexicon.ever);
  const up = reading.take(lexicon.increase);
  const down = reading.take(lexicon.decrease);
  const longAgo = has(lexicon.longAgo);
  const wentOut = reading.take(lexicon.wentOut);
  const did = reading.take(lexicon.contactVerb);
  const addedUp = has(lexicon.addedUp);
  const noun = takeSubject(reading);
  const said = Math.max(
    metrics.last,
    lastContact,
    ...[sold, up, down, wentOut, did].flat().map(({ index }) => index),
  );
  const isHead = noun !== null && said >= 0 && noun.index > said && /[가-힣]/u.test(question);
  const subject = noun && {
    key: noun.key,
    isChosen: noun.isAskedFor || isHead,
    isListed: noun.isListed,
    index: noun.index,
  };
  const talked = reading.text.search(lexicon.talked) >= 0;
  const list = has(lexicon.listed);
  const unknown = withNames(unknownWords(reading.text), strangers);
  const weakDocuments = reading.text.search(lexicon.weakDocumentWords) >= 0;
  return {
    times,
    filters: { ...named, ...values },
    ambiguous: names.ambiguous,
    metrics,
    groupings: groupings.length > 0 || addedUp ? groupings : sideBySide(names, values, namesBoth),
    subject,
    count,
    ranking,
    bounds,
    target,
    assignedTo,
    left,
    sold: sold.length > 0,
    growth,
    change: down.length > 0 ? 'down' : up.length > 0 ? 'up' : null,
    trend,
    idle,
    idleSince,
    longAgo,
    list,
    talked,
    nextAction,
    wentOut: wentOut.length > 0,
    whenLast,
    writing,
    mine,
    team,
    company,
    unsupported,
    excluded,
    forecast,
    ever,
    feasts,
    others,
    average,
    ownPlace: mine && (isPlace || (named.employeeNos !== undefined && lexicon.heldAgainst.test(question))),
    strongDocuments,
    weakDocuments,
    unknown: { ...unknown, dates: [...(times.impossible ?? []), ...unknown.dates] },
    topic: reading.text,
  };
}

const latest =
  /(?:최근|마지막|latest|last)\s*(?<count>\d+|한|두|세|다섯)\s*(?:건|개|번|회|visits?|contacts?|interactions?)(?![가-힣a-z])|(?<![\d])(?<items>\d+)\s*건(?:만|씩)?(?![가-힣])/gu;

function takeCount(reading: Reading): number | undefined {
  const [match] = reading.take(latest);
  return match && koreanNumber((match.groups!.count ?? match.groups!.items)!);
}

const spanUnits: Record<string, CalendarUnit> = {
  일: 'day',
  주일: 'week',
  주: 'week',
  개월: 'month',
  달: 'month',
  년: 'year',
};

/** "3개월 이상": the span that ends today. */
function takeIdleSpan(reading: Reading, now: Date): Period | undefined {
  const [match] = reading.take(lexicon.idleSpan);
  if (!match) return undefined;
  const { count, unit, count2, unit2 } = match.groups!;
  return spanUntil(
    koreanDay(now),
    spanUnits[unit!] ?? (unit2 as CalendarUnit),
    koreanNumber((count ?? count2)!),
  );
}

function withNames(unknown: UnknownWords, names: string[]): UnknownWords {
  return { ...unknown, names: [...new Set([...unknown.names, ...names])] };
}
