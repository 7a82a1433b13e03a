import { fileProblem } from './fileProblem';

const megabyte = 1024 * 1024;

it.each([
  ['규정.pdf', 1, undefined],
  ['규정.PDF', 100 * megabyte, undefined],
  [`${'가'.repeat(300)}.hwp`, 10, undefined],
  ['규정.pdf', 0, 'empty'],
  ['규정.pdf', 100 * megabyte + 1, 'tooLarge'],
  ['영상.pdf', 2048 * megabyte, 'tooLarge'],
  ['영상.mp4', 2048 * megabyte, 'wrongType'],
  ['pdf', 10, 'wrongType'],
  ['.DS_Store', 10, 'wrongType'],
])('%s of %d bytes: %s', (name, size, problem) => {
  expect(fileProblem({ name, size })).toBe(problem);
});
