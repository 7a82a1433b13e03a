import { AppError } from '../errors';
import type { SignInTryRepository } from '../repositories/signInTries';
import { lacksSchema } from '../storage/database/lacksSchema';
import { tokenHash } from './secretToken';

/** Wrong passwords and codes in a row before an account is locked: more than people mistype, too few to guess. */
export const triesBeforeLock = 10;
/** Milliseconds it stays locked. Longer would let anybody keep somebody out who mistypes the address on purpose. */
export const lockMs = 15 * 60_000;

/**
 * Locks an account after too many tries, whether or not there is one of this address: the answer does not tell. Before the table is
 * there (migrations are pending) only the limit by address counts.
 */
export function createTryLimit(tries: SignInTryRepository) {
  /** Counts a try before it is made. @returns the refusal, where it may not be made. */
  const count = async (email: string): Promise<AppError | null> => {
    const limits = { limit: triesBeforeLock, windowMs: lockMs };
    const counted = await tries.count(accountOf(email), limits).catch((error: unknown) => {
      if (lacksSchema(error)) return null;
      throw error;
    });
    if (counted === null || counted.tries <= triesBeforeLock) return null;
    const retryAfterSeconds = Math.max(1, Math.ceil((lockMs - counted.sinceLastMs) / 1_000));
    return new AppError('too_many_tries', { extra: { retryAfterSeconds } });
  };

  return {
    count,
    /**
     * Looks at what somebody who is signed in shows, as often as at a sign-in: a session that was stolen must not find out the password.
     * A right one takes back its own try and no other: who knows the password alone could go on trying codes.
     * @throws AppError `too_many_tries`, and what `prove` throws
     */
    async within<Proven>(email: string, prove: () => Promise<Proven>): Promise<Proven> {
      const locked = await count(email);
      if (locked) throw locked;
      const proven = await prove();
      await tries.giveBack(accountOf(email));
      return proven;
    },
    /** After a right one, or when an admin has set a new password. */
    async forget(email: string): Promise<void> {
      await tries.forget(accountOf(email)).catch((error: unknown) => {
        if (!lacksSchema(error)) throw error;
      });
    },
  };
}

export type TryLimit = ReturnType<typeof createTryLimit>;

/** What was typed may be anything, also a password in the wrong field: it is not kept. */
function accountOf(email: string): string {
  return tokenHash(email.toLowerCase());
}
