// The contract suites again, on the real servers whose variables are set (see src/test/chooseEngines.ts).
process.env.NARUTALK_TEST_SERVICES = '1';

module.exports = { ...require('./jest.config'), testMatch: ['**/*.contract.test.ts'] };
