import { takeThrown, whatPagesShow } from './browser';

/**
 * A browser, a network that is cut and two processors: once in five runs of the whole suite one wait of one test was not
 * met, and never again when it was run alone. The first failure is printed; a defect fails twice. At once, not after the others of
 * its file, which go on from where it stops.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });

/**
 * A wait that was not met says nothing of what stood there instead: that is added to the failure. And a page may show all that was
 * waited for, and yet have thrown an error that nobody caught.
 */
afterEach(async () => {
  expect(takeThrown()).toEqual([]);
  if ((globalThis as { testHasFailed?: boolean }).testHasFailed) throw new Error(await whatPagesShow());
});
