import type { LinkedNames } from '../linkNames/linkedNames';
import { bareBrand } from '../linkNames/nameForms';
import type { Day } from '../period/calendar';
import type { Texts } from '../semanticModel/types';
import { figuresOfNoDocument } from './lexicon';
import * as phrases from './phrases';
import type { Person } from './queryParts';
import type { Clues } from './readClues';

interface Asked {
  /** The question, normalised. */
  text: string;
  today: Day;
  hasDocuments: boolean;
  /** From the questions before it. */
  goesOn: boolean;
}

/** What has to be asked before figures can be right; null where nothing has. */
export function questionBack(clues: Clues, { text, today, hasDocuments, goesOn }: Asked): Texts | null {
  if (clues.writing) return phrases.noWriting;
  const [ambiguous] = clues.ambiguous;
  if (ambiguous) return phrases.whichOne(ambiguous);
  const unknown = [...clues.unknown.names, ...unknownConditions(clues, text, goesOn)];
  if (unknown.length > 0 && !hasDocuments) return phrases.notFound(unknown);
  if (clues.unknown.dates.length > 0) return phrases.noSuchDate(clues.unknown.dates);
  if (clues.ownPlace) return phrases.noOwnPlace;
  if (clues.times.period && clues.times.period.from > today && !clues.nextAction)
    return phrases.notYet(clues.times.period);
  if (clues.feasts.length > 0) return phrases.noFeasts(clues.feasts);
  if (clues.others.length > 0) return phrases.whichOther(clues.others);
  if (clues.excluded) return phrases.noExclusion;
  if (clues.idle === 'sales' && clues.subject && clues.subject.key !== 'customer')
    return phrases.onlyCustomersWithout;
  if (clues.forecast) return phrases.noForecast;
  if (clues.unsupported.length > 0 && !hasDocuments && clues.metrics.sales.length === 0) {
    return phrases.noSuchFigures(clues.unsupported);
  }
  return null;
}

/**
 * Words that stand where a condition does, before the figure or behind "of": without them the answer would be another. In
 * what goes on from another question ("타이레놀 8월은?") every word may be one, unless a name is there.
 */
export function unknownConditions(clues: Clues, text: string, goesOn: boolean): string[] {
  const { unknown, metrics, subject } = clues;
  if (goesOn) return clues.saysNames ? [] : unknown.others.map(({ word }) => word);
  const isCondition = ({ index }: { index: number }) =>
    index < Math.max(metrics.last, subject?.index ?? -1) ||
    /(?<![a-z])(?:of|for|to|at|from|with)\s+(?:the\s+)?$/u.test(text.slice(0, index));
  return unknown.others.filter(isCondition).map(({ word }) => word);
}

/** What has to be said with figures: what a word was taken for, what was left out, whose they are not. */
export function remarksOf(
  clues: Clues,
  names: LinkedNames,
  { role }: Person,
  hasDocuments: boolean,
): Texts[] {
  const unknown = hasDocuments ? [] : clues.unknown.others.map(({ word }) => word);
  const near = [...names.customers, ...names.products, ...names.employees].filter(
    ({ isNear, matched }, at, all) => isNear && all.findIndex((other) => other.matched === matched) === at,
  );
  return [
    ...near.map(({ matched, name }) => phrases.takenFor(matched, bareBrand(name))),
    ...(clues.company && (role === 'rep' || role === 'manager') ? [phrases.notWholeCompany] : []),
    ...(clues.unsupported.length > 0 && !hasDocuments ? [phrases.noSuchFigures(clues.unsupported)] : []),
    ...(clues.average ? [phrases.noAverage] : []),
    ...(unknown.length > 0 ? [phrases.notUnderstood(unknown)] : []),
  ];
}

/** Words without a meaning for figures: documents may know them. */
export function isAboutNoFigures({ unknown, unsupported, times, metrics }: Clues): boolean {
  const isOfFigures = times.period !== undefined && metrics.last >= 0;
  const others = unsupported.filter((word) => word.search(figuresOfNoDocument) < 0);
  return !isOfFigures && unknown.names.length + unknown.others.length + others.length > 0;
}
