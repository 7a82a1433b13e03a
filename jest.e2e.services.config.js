// Each user's day in the browser again, with the program on the real servers whose variables are set.
process.env.NARUTALK_TEST_SERVICES = '1';

module.exports = {
  ...require('./jest.e2e.config'),
  testMatch: ['**/{mainJob,auditDay,keyboard}.e2e.test.ts'],
  // Each file loads the sample company into a database of its own, and a real model embeds its documents.
  testTimeout: 600_000,
};
