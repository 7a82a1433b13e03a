import type { Language } from '../../shared/problem';

/** A text in each of the product's languages. */
export type Texts = Record<Language, string>;
