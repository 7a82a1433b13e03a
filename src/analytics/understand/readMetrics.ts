import type { Metric } from '../semanticModel/types';
import type { Reading } from './reading';
import { wordPattern } from './words';

/** Takes the metrics a question names, in its order. Longer words first, so that 매출 목표 is a target and no sales. */
export function takeMetrics<Key extends string>(reading: Reading, metrics: Record<Key, Metric>): Key[] {
  const found = (Object.entries(metrics) as [Key, Metric][])
    .flatMap(([key, { words }]) => [
      ...words.ko.map((word) => ({ key, word, pattern: wordPattern({ ko: [word], en: [] }) })),
      ...words.en.map((word) => ({ key, word, pattern: wordPattern({ ko: [], en: [word] }) })),
    ])
    .sort((a, b) => b.word.length - a.word.length)
    .flatMap(({ key, pattern }) => reading.take(pattern).map(({ index }) => ({ key, index })));
  return [...new Set(found.sort((a, b) => a.index - b.index).map(({ key }) => key))];
}
