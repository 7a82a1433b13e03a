import type { GlossaryEntry } from '../../../shared/glossary';
import { isFound, sectionOf } from './glossarySections';

const entry: GlossaryEntry = {
  key: 'coverage',
  kind: 'metric',
  subjects: ['interactions'],
  label: { ko: '방문 커버리지', en: 'Visit coverage' },
  definition: { ko: '담당 거래처 가운데 방문한 곳의 비율', en: 'the share of customers visited' },
  unit: { ko: '%', en: '%' },
  words: { ko: ['방문율'], en: ['coverage'] },
  example: { ko: '팀원별 방문 커버리지', en: 'Visit coverage by rep' },
  notBy: [],
};

test.each([
  ['', 'ko', true],
  ['방문커버리지', 'ko', true],
  ['Coverage ', 'ko', true],
  ['비율', 'ko', true],
  ['비율', 'en', false],
  ['매출', 'ko', false],
] as const)('“%s” (%s): %s', (sought, language, expected) => {
  expect(isFound(entry, sought, language)).toBe(expected);
});

test('metrics stand by their subject, groupings together', () => {
  expect(sectionOf(entry)).toBe('interactions');
  expect(sectionOf({ ...entry, kind: 'dimension' })).toBe('dimensions');
});
