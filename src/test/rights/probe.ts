import type { Asker } from './canaryCompany';

/** One try of a person to get at what is another's. */
export interface Probe {
  family: string;
  asker: Asker;
  /** What is asked with: it may come back. */
  asked: unknown;
  /** @returns everything that came back. */
  run(): Promise<unknown>;
}
