import type { ColumnKind } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import type { Distance } from '../period/moved';
import type { Relation } from './joins';
import type { Unit } from './units';

/** A text in each of the product's languages. */
export type Texts = Record<Language, string>;

/** What people call a thing, in each language; English in lower case and in the singular. */
export type Words = Record<Language, readonly string[]>;

/**
 * Which rows of `facts` a figure is made of:
 * - `current`: those of the period; `base`: those of the period it is compared with;
 * - `monthBefore`, `yearBefore`: those of the same days a month and a year earlier;
 * - `target`: monthly targets; `whole`: what a share is a part of;
 * - `first`: the first sales there ever were to a customer, if in the period; `lost`: sales of the period before to customers
 *   that bought nothing in this one;
 * - `assigned`: customers somebody looks after, with or without rows; `missed`: those of them without any in the period.
 */
export type FactPart =
  | 'current'
  | 'base'
  | 'monthBefore'
  | 'yearBefore'
  | 'target'
  | 'whole'
  | 'first'
  | 'lost'
  | 'assigned'
  | 'missed';

/** What every entry of the model has: how it is called, what it means, how it is asked for. */
interface Entry {
  label: Texts;
  words: Words;
  /** What it means; that of a metric is said with every answer that shows it. */
  definition: Texts;
  /** A question that asks for it, as people ask. */
  example: Texts;
  kind: ColumnKind;
}

/** A figure. */
export interface Metric extends Entry {
  unit: Unit;
  /** Aggregate over `facts`, of the rows of a part; `today` is an SQL date. */
  sql: (part: FactPart, today: string) => string;
  /** Parts it needs beside `current`. */
  parts?: readonly FactPart[];
  /** Relations its `sql` reads beside `facts`. */
  relations?: readonly Relation[];
  /** Its `sql` can be had of another period too. */
  comparable?: boolean;
  /** Its values over months or products sum up to a value that means something. */
  additive?: boolean;
  /** Dimensions it makes no sense by: no product is looked after by anybody. */
  notBy?: readonly string[];
  /** Makes sense only within one calendar month, or by month. */
  withinMonth?: boolean;
  /** What no value stands for in an order: a customer never visited is the longest ago. */
  none?: 'most' | 'least';
}

/** What figures are grouped by. */
export interface Dimension extends Entry {
  /** Relation its value is read from; missing: `facts` itself. */
  table?: Relation;
  /** What is shown. */
  sql: string;
  /** What is grouped by where that is more than what is shown: two customers may have one name. */
  identity?: string;
  /** Tells namesakes apart. */
  detail?: string;
  /** Of time: how far one value is from the next. */
  step?: Distance;
}
