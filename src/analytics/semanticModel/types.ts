import type { ColumnKind } from '../../shared/chat';
import type { Language } from '../../shared/problem';
import type { Distance } from '../period/moved';

/** A text in each of the product's languages. */
export type Texts = Record<Language, string>;

/** What people call a thing, in each language; English in lower case and in the singular. */
export type Words = Record<Language, readonly string[]>;

/**
 * Which rows of `facts` a figure is made of: those of the period, those of the period it is compared with, targets, the
 * whole that a share is a part of, and the customers somebody looks after, with or without rows.
 */
export type FactPart = 'current' | 'base' | 'target' | 'whole' | 'assigned';

/** A figure. */
export interface Metric {
  label: Texts;
  words: Words;
  /** What it means, said with every answer that shows it. */
  definition: Texts;
  kind: ColumnKind;
  /** Aggregate over `facts`, of the rows of a part; `today` is an SQL date. */
  sql: (part: FactPart, today: string) => string;
  /** Parts it needs beside `current`. */
  parts?: readonly FactPart[];
  /** Its `sql` can be had of another period too. */
  comparable?: boolean;
  /** Its values over months or products sum up to a value that means something. */
  additive?: boolean;
  /** What no value stands for in an order: a customer never visited is the longest ago. */
  none?: 'most' | 'least';
}

/** What figures are grouped by. */
export interface Dimension {
  label: Texts;
  words: Words;
  kind: ColumnKind;
  /** Table its value is joined from; missing: `facts` itself. */
  table?: 'employees' | 'customers' | 'products';
  /** What is shown. */
  sql: string;
  /** What is grouped by where that is more than what is shown: two customers may have one name. */
  identity?: string;
  /** Tells namesakes apart. */
  detail?: string;
  /** Of time: how far one value is from the next. */
  step?: Distance;
}
