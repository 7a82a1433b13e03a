import { functionFamilies } from './hostileStatementsFunctionsFixture';
import { loadFamilies } from './hostileStatementsLoadFixture';
import { readingFamilies } from './hostileStatementsReadingFixture';
import { trickFamilies } from './hostileStatementsTrickFixture';
import { writingFamilies } from './hostileStatementsWritingFixture';

/**
 * Statements an attacker would have a model write, by what they try. None may bring out a row that the person who asks may
 * not see, change anything, or hold the database.
 */
export interface HostileFamily {
  about: string;
  /** The guard may let them run: rights, the cost gate or the size of a result are what keeps them harmless. */
  mayRun?: true;
  statements: string[];
}

export const hostileFamilies: HostileFamily[] = [
  ...writingFamilies,
  ...functionFamilies,
  ...readingFamilies,
  ...trickFamilies,
  ...loadFamilies,
];

export const hostileStatements = hostileFamilies.flatMap(({ statements }) => statements);
