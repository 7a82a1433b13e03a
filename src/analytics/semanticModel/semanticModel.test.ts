import { manager, understand } from '../understand/questionsFixture';
import { interactionDimensions } from './dimensions';
import { interactionMetrics } from './interactionMetrics';
import { salesMetrics } from './salesMetrics';
import type { Dimension, Metric } from './types';

const metrics = Object.entries<Metric>({ ...salesMetrics, ...interactionMetrics });
const dimensions = Object.entries<Dimension>(interactionDimensions);
const examples = (entries: [string, Metric | Dimension][]) =>
  entries.flatMap(([key, { example }]) =>
    Object.values(example).map((question): [string, string] => [question, key]),
  );

test.each(examples(metrics))('“%s” asks for %s', (question, key) => {
  const { sales, interactions, askBack } = understand(question, manager);
  expect(askBack).toBeUndefined();
  // Read as a comparison, which shows the same growth and what it is over.
  if (key === 'growthOnMonth') return expect(sales?.compare).toBe('previous');
  if (key === 'growthOnYear') return expect(sales?.compare).toBe('lastYear');
  expect([...(sales?.metrics ?? []), ...(interactions?.metrics ?? [])]).toContain(key);
});

test.each(examples(dimensions))('“%s” asks by %s', (question, key) => {
  const { sales, interactions, askBack } = understand(question, manager);
  expect(askBack).toBeUndefined();
  expect((sales ?? interactions)?.dimensions).toContain(key);
});

test.each([
  ['sales', salesMetrics],
  ['interactions', interactionMetrics],
])('no word of %s means two metrics', (_, ofSubject) => {
  const all = Object.values<Metric>(ofSubject).flatMap(({ words }) => [...words.ko, ...words.en]);
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
});
