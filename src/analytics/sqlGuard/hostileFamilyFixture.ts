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
