import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['src/test/**', 'src/**/*.test.{ts,tsx}'];

/** Mistakes of the language itself that the type checker does not see. */
const languageRules = {
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-async-promise-executor': 'error',
  'no-compare-neg-zero': 'error',
  'no-cond-assign': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-control-regex': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  // Korean in NFD is a letter and its combining marks: a character class would match them one by one.
  'no-misleading-character-class': 'error',
  'no-new-wrappers': 'error',
  'no-param-reassign': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

/** What the house asks of every file. */
const houseRules = {
  'max-lines': ['warn', { max: 250 }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
};

/** Where the strict set is changed, and why. */
const typedRules = {
  '@typescript-eslint/ban-ts-comment': [
    'error',
    { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
  ],
  // The types of a package that is loaded by `await import()` can be named in no other way.
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  // `return refuse(response)` and `() => finish()` are the short ways to end.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // An index known to exist is written `list[i]!`, since `noUncheckedIndexedAccess` makes every other one a question.
  '@typescript-eslint/no-non-null-assertion': 'off',
  // It does not see that another part may change a value during an `await`, or that a browser may lack a feature.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  // An `async` function without `await` keeps an interface's promise and turns its throws into rejections.
  '@typescript-eslint/require-await': 'off',
  // Objects here are made of functions that do not use `this`.
  '@typescript-eslint/unbound-method': 'off',
};

/** An answer's body has no type in a test: what it holds is what the expectations check. */
const testRules = {
  '@typescript-eslint/no-dynamic-delete': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
};

const settingsMessage = 'Settings are read in src/env.ts only.';
const environmentRules = {
  'no-restricted-properties': ['error', { object: 'process', property: 'env', message: settingsMessage }],
  'no-restricted-imports': [
    'error',
    {
      paths: ['process', 'node:process'].map((name) => ({
        name,
        importNames: ['env'],
        message: settingsMessage,
      })),
    },
  ],
};

const formatMessage = 'Times, money and counts are written by src/web/lib/format.ts only.';
const formatRules = {
  'no-restricted-syntax': [
    'error',
    { selector: "MemberExpression[object.name='Intl']", message: formatMessage },
    { selector: 'CallExpression[callee.property.name=/^toLocale.*String$/]', message: formatMessage },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'samples/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,cjs,mjs,ts,mts,tsx}'], rules: { ...languageRules, ...houseRules } },
  { files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['**/*.{ts,mts,tsx}'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typedRules,
  },
  { files: tests, rules: testRules },
  { files: ['src/**/*.{ts,tsx}'], ignores: ['src/env.ts', ...tests], rules: environmentRules },
  { files: ['src/web/**'], ignores: ['src/web/lib/format.ts', ...tests], rules: formatRules },
  {
    // `init()` answers with the anonymous class: naming the model by a cast is Sequelize's own way.
    files: ['src/models/**'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
);
