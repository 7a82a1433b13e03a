/** The reader of Markdown: small packages of one family, and what they are made with. */
const markdown =
  '(micromark|mdast|unist)[^/]*|decode-named-character-reference|character-entities|escape-string-regexp|markdown-table|' +
  'ccount|devlop|longest-streak|zwitch';

/** OpenID Connect, and the provider that it is tested with. */
const openId = 'openid-client|oauth4webapi|jose|oidc-provider';

/**
 * Every test but the browser's, on the embedded engines. Tests run from source through swc; worker threads and child
 * processes run from `dist` (`pretest` builds it).
 */
module.exports = {
  testEnvironment: 'node',
  rootDir: 'src',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.e2e\\.test\\.ts$'],
  transform: {
    [`(\\.ts|/(holidays-kr|otlp-exporter-base|${openId}|${markdown})/.+\\.js)$`]: [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // Published as ES modules only, and without top-level await: Node requires it as it is, Jest only when transformed. The other
  // imports parts of Node as it goes, which Jest does not allow to what is not transformed.
  transformIgnorePatterns: [
    `/node_modules/(?!(@hyunbinseo/holidays-kr|@opentelemetry/otlp-exporter-base|${openId}|${markdown})/)`,
  ],
  globalSetup: '<rootDir>/test/chooseEngines.ts',
  testTimeout: 150_000,
  // An embedded database is a second busy thread beside its test, so more workers than this only wait for each other.
  maxWorkers: 2,
  // What test files leave behind in a worker slows the ones after them.
  workerIdleMemoryLimit: '1GB',
};
