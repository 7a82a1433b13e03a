// What is killed and cut off at every step, every bad file, and every try at another's rows, on the real servers whose
// variables are set: `npm run test:faults`.
process.env.NARUTALK_FAULT_ROUNDS ??= '50';

module.exports = {
  ...require('./jest.services.config'),
  testMatch: [
    '**/test/faults/*.contract.test.ts',
    '**/test/rights/*.contract.test.ts',
    '**/ingestion/badFiles/*.contract.test.ts',
  ],
  maxWorkers: 1,
};
