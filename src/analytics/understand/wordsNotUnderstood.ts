import type { LinkedNames } from '../linkNames/linkedNames';
import { normalizeQuestion } from '../normalizeQuestion';
import { readClues } from './readClues';

/** A day for reading: which words are dates does not hang on it. */
const anyDay = new Date('2026-01-01T00:00:00+09:00');

/** Words of a question that mean nothing for figures once its names are known: slips of names are among them. */
export function wordsNotUnderstood(question: string, names: LinkedNames): string[] {
  const { unknown } = readClues(normalizeQuestion(question), names, anyDay);
  return [...new Set([...unknown.names, ...unknown.others.map(({ word }) => word)])];
}
