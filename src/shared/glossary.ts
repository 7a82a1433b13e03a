import type { Language } from './problem';

type InLanguages<Content> = Record<Language, Content>;

/** A figure or a grouping as the semantic model knows it, for people. */
export interface GlossaryEntry {
  /** Its name in a query. */
  key: string;
  kind: 'metric' | 'dimension';
  /** Which queries know it. */
  subjects: ('sales' | 'interactions')[];
  label: InLanguages<string>;
  definition: InLanguages<string>;
  /** What it is counted in; null for a grouping. */
  unit: InLanguages<string> | null;
  /** What people call it. */
  words: InLanguages<readonly string[]>;
  /** A question that asks for it. */
  example: InLanguages<string>;
  /** Groupings it makes no sense by, by key. */
  notBy: readonly string[];
}

/** `GET /api/glossary`. */
export interface Glossary {
  items: GlossaryEntry[];
  nextCursor: null;
}
