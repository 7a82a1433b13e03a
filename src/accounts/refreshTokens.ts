import { createSeal } from './seal';
import { newSecretToken } from './secretToken';

/** Tokens by which sign-ins go on; each says, to this program alone, which sign-in it was given to. */
export interface RefreshTokens {
  /** A token nobody can guess, for a sign-in. */
  issue(sessionId: string): string;
  /** Which sign-in a token was given to, however often it was changed since; null: it was not issued here. */
  sessionOf(token: string): string | null;
}

/**
 * Of a sign-in the database keeps the token that is valid and the one before. Whoever has stolen one and changes it twice would leave its
 * owner with a token that nothing is known of: so each carries its sign-in, sealed to its random part.
 */
export function createRefreshTokens(secret: string): RefreshTokens {
  const seal = createSeal(secret, 'refresh token');
  return {
    issue(sessionId) {
      const random = newSecretToken();
      return `${random}.${seal.close(sessionId, random)}`;
    },
    sessionOf(token) {
      const [random = '', sealed = ''] = token.split('.');
      return seal.open(sealed, random);
    },
  };
}
