import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linkKnownNames } from '../knownNamesFixture';
import { chooseVerified, type VerifiedEntry } from './chooseVerified';
import { readForComparison } from './questionReading';

/** Questions that ask the same as an approved one, and near misses that do not. */
interface Example {
  question: string;
  same: string[];
  different: string[];
}

const file = path.join(__dirname, '..', '..', '..', 'samples', 'evaluation', 'verified-queries.jsonl');
const examples = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

const noOne = { customers: [], products: [], employees: [], teams: [], regions: [] };
const read = (question: string) => readForComparison(question, linkKnownNames(question, noOne));
const entries: VerifiedEntry[] = examples.map(({ question }, id) => ({
  id,
  question,
  query: { subject: 'sales', query: { metrics: ['amount'], period: { unit: 'month', moved: 0 } } },
  reading: read(question),
}));
const context = {
  now: new Date('2026-11-23T10:00:00+09:00'),
  employee: { role: 'rep', team: '서울1팀' } as const,
};
const usedFor = (asked: string) => chooseVerified(read(asked), entries, context).used?.question ?? null;

test('no near miss is answered by a query that was approved for something else', () => {
  const wrong = examples.flatMap(({ different }) => different).filter((asked) => usedFor(asked) !== null);
  expect(wrong).toEqual([]);
});

test('most questions that ask the same are answered by the query approved for it, none by another', () => {
  const asked = examples.flatMap(({ question, same }) => same.map((words) => ({ question, words })));
  const used = asked.map(({ question, words }) => ({ question, used: usedFor(words) }));
  const right = used.filter((answer) => answer.used === answer.question);
  const wrong = used.filter((answer) => answer.used !== null && answer.used !== answer.question);
  expect(wrong).toEqual([]);
  expect(right.length / asked.length).toBeGreaterThanOrEqual(0.85);
});
