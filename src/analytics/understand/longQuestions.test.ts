import { maximumQuestionLength } from '../../shared/chatInput';
import { understand } from './questionsFixture';

/** Milliseconds of the processor: some hundred times what a question takes, and far from the minutes of patterns that try everything. */
const mostMs = 3_000;

/** What numbers, days, amounts, rankings and names are made of. */
const pieces = [
  '1',
  '1,',
  '1.',
  '1-',
  '1 ',
  '12345678901234567890 ',
  '1억',
  '1억 ',
  '1만',
  '1월',
  '1월~',
  '2026-',
  '2026.',
].concat([
  '가',
  '한 ',
  '일',
  '최근 ',
  '상위 ',
  'top ',
  '보다 ',
  '~',
  '(',
  '-',
  ' - ',
  'a',
  'between 1 and ',
  'more than ',
]);

test.each(pieces)('a question made of %j is read in time', (piece) => {
  const question = `매출 ${piece.repeat(maximumQuestionLength)}`.slice(0, maximumQuestionLength);
  const before = process.cpuUsage();
  understand(question);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(mostMs);
});
