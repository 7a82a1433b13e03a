// What is killed and cut off at every step, and every bad file, on the real servers whose variables are set: `npm run test:faults`.
process.env.NARUTALK_FAULT_ROUNDS ??= '50';

module.exports = {
  ...require('./jest.services.config'),
  testMatch: ['**/test/faults/*.contract.test.ts', '**/ingestion/badFiles/*.contract.test.ts'],
  maxWorkers: 1,
};
