import type { Language } from '../../shared/problem';

/** What figures are counted in. */
export const units = {
  won: { ko: '원', en: 'KRW' },
  percent: { ko: '%', en: '%' },
  unit: { ko: '개', en: 'units' },
  line: { ko: '건', en: 'lines' },
  contact: { ko: '건', en: 'contacts' },
  visit: { ko: '회', en: 'visits' },
  customer: { ko: '곳', en: 'customers' },
  product: { ko: '개 품목', en: 'products' },
  days: { ko: '일', en: 'days' },
  date: { ko: '날짜', en: 'date' },
} as const satisfies Record<string, Record<Language, string>>;

export type Unit = keyof typeof units;
