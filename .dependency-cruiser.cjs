'use strict';

/**
 * The dependency line of the program, top first. A file may import from its own level and from any level below it, never
 * from one above.
 */
const levels = [
  ['index', 'cli'],
  ['start', 'backup'],
  ['app'],
  ['services'],
  ['routes', 'sockets', 'jobs', 'demo'],
  ['middlewares'],
  ['chat', 'ingestion', 'imports', 'accounts', 'statistics', 'relations'],
  ['agents'],
  ['tools'],
  ['retrieval', 'analytics'],
  ['policies', 'audit', 'telemetry'],
  ['repositories'],
  ['models', 'storage', 'llm'],
  ['env', 'errors', 'errorCatalogue', 'logging', 'shared', 'text', 'privacy', 'workerFile'],
];

/** A level's folders and files as a pattern: `src/routes/...`, `src/env.ts`. */
const under = (names) => `^src/(${names.join('|')})(/|\\.ts$)`;

/** Tests, and the fixtures that stand beside them. */
const tests = '(^src/test/|\\.test\\.tsx?$|/fixtures/|Fixtures?\\.ts$)';
/** Else a new folder would be free of the line until somebody thought of it. */
const placed = [under(levels.flat()), '^src/web/', tests];
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

const neverUp = levels.slice(1).map((level, index) => ({
  name: `${level.join('|')} import nothing above them`,
  severity: 'error',
  from: { path: under(level), pathNot: tests },
  to: { path: under(levels.slice(0, index + 1).flat()) },
}));

module.exports = {
  forbidden: [
    ...neverUp,
    ...[
      { from: { path: '^src/', pathNot: placed }, to: {} },
      { from: {}, to: { path: '^src/', pathNot: placed } },
    ].map((either) => ({
      name: 'every folder of src has its place on the line',
      severity: 'error',
      ...either,
    })),
    {
      name: 'web imports only itself and shared',
      severity: 'error',
      from: { path: '^src/web/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(web|shared)/' },
    },
    {
      name: 'nothing imports web',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/web/', tests] },
      to: { path: '^src/web/' },
    },
    {
      name: 'shared runs on both sides',
      comment: 'The browser loads it: it may know itself and zod, nothing of Node or of the server.',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: tests },
      to: { pathNot: ['^src/shared/', packages('zod')] },
    },
    {
      name: 'nothing but tests imports tests',
      severity: 'error',
      from: { path: '^(src|scripts|migrations)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'only routes, sockets, middlewares and app know Express and Socket.IO',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(routes|sockets|middlewares)/', '^src/app\\.ts$', tests] },
      to: { path: packages('express', 'socket\\.io') },
    },
    {
      name: 'only agents, tools and llm know LangChain',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(agents|tools|llm)/', tests] },
      to: { path: packages('langchain', '@langchain/[^/]+') },
    },
    {
      name: 'only telemetry knows OpenTelemetry',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/telemetry/', tests] },
      to: { path: packages('@opentelemetry/[^/]+') },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'the server runs on its own dependencies',
      comment:
        'Production installs no devDependencies; the client is bundled, so its packages are all of that kind.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: ['^src/web/', tests] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '/node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types', 'module'],
    },
  },
};
