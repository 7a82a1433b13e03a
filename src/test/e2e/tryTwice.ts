/**
 * A browser, a network that is cut and two processors: once in five runs of the whole suite one wait of one test was not
 * met, and never again when it was run alone. The first failure is printed; a defect fails twice.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
