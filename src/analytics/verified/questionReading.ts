import type { FigureFilters } from '../figureQuery';
import type { LinkedNames } from '../linkNames/linkedNames';
import { normalizeQuestion } from '../normalizeQuestion';
import { takeNames } from '../understand/readFilters';
import { readingOf } from '../understand/reading';

/** A question as it is compared with others. */
export interface QuestionReading {
  /** Its words, normalised, without the names. */
  text: string;
  /** What it names, as codes and values of filters. */
  names: FigureFilters;
}

/** Reads a question whose names are known. */
export function readForComparison(question: string, names: LinkedNames): QuestionReading {
  const reading = readingOf(normalizeQuestion(question));
  const filters = takeNames(reading, names);
  return { text: reading.text.replace(/\s+/gu, ' ').trim(), names: sorted(filters) };
}

/** Whether two questions name the same. */
export function nameTheSame(one: FigureFilters, other: FigureFilters): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(filters: FigureFilters): FigureFilters {
  const entries = Object.entries(filters) as [string, string[]][];
  return Object.fromEntries(
    entries
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, values]) => [key, values.toSorted()]),
  );
}
