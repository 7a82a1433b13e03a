/** The browser suite: the built program, started as a user starts it, and one Chromium at a time. */
module.exports = {
  ...require('./jest.config'),
  testEnvironment: '<rootDir>/test/e2e/browserEnvironment.ts',
  testMatch: ['**/*.e2e.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/e2e/samplesOfRun.ts',
  globalTeardown: '<rootDir>/test/e2e/removeSamples.ts',
  setupFilesAfterEnv: ['<rootDir>/test/e2e/failures.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
