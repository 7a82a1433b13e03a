import type { HostileFamily } from './hostileFamilyFixture';
import { functionFamilies } from './hostileStatementsFunctionsFixture';
import { loadFamilies } from './hostileStatementsLoadFixture';
import { readingFamilies } from './hostileStatementsReadingFixture';
import { trickFamilies } from './hostileStatementsTrickFixture';
import { writingFamilies } from './hostileStatementsWritingFixture';

export const hostileFamilies: HostileFamily[] = [
  ...writingFamilies,
  ...functionFamilies,
  ...readingFamilies,
  ...trickFamilies,
  ...loadFamilies,
];

export const hostileStatements = hostileFamilies.flatMap(({ statements }) => statements);
