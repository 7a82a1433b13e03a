import type { Language } from '../../shared/problem';

/** What a question asks for, as the offline planner needs it. Who understands questions builds it. */
export interface Understanding {
  /** The language of the question, in which it is answered. */
  language: Language;
  intent: 'figures-sales' | 'figures-interactions' | 'documents' | 'smalltalk' | 'unclear';
  /** Arguments of `query_sales`. */
  sales?: PlannedQuery;
  /** Arguments of `query_interactions`. */
  interactions?: PlannedQuery;
  /** What to search documents for. */
  searchQuery?: string;
  /** Names of the products the question is about, without form and strength. */
  about?: string[];
  /** What to search documents for when there are no figures, or before a question back: it may not be about figures. */
  fallbackQuery?: string;
  /**
   * Words of figures in what may be a question about rules: the documents are asked first, and figures where they do not
   * answer at least so well.
   */
  documentsFirst?: 'found' | 'near';
  /** A question back, asked in place of an answer. */
  askBack?: string;
  /** What has to be said with the answer, such as words that were not understood. */
  remarks: string[];
}

/** The part of a figures query that an answer is worded by. */
export interface PlannedQuery {
  metrics: string[];
  dimensions?: string[];
  period: { from: string; to: string };
  compare?: 'previous' | 'lastYear' | { from: string; to: string };
  order?: { by: string; direction: 'asc' | 'desc' };
  limit?: number;
  /** Only rows whose figures lie within these. */
  thresholds?: { measure: string; atMost?: number }[];
  list?: boolean;
}
