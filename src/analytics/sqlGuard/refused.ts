/** Why a statement is not run, in words a model can mend it by. Caught by `checkStatement`. */
export class Refused extends Error {}

/** Refuses the statement. */
export function refuse(reason: string): never {
  throw new Refused(reason);
}
