import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { AppError } from '../errors';

/** Short, since it is checked against the person's row but cannot be taken back by itself. */
export const accessTokenMinutes = 15;

const issuer = 'narutalk';
/** What it is for: no other token that is ever signed here is taken for one. */
const audience = 'narutalk access';
const algorithm = 'HS256' as const;

export interface AccessClaims {
  employeeId: number;
  tokenVersion: number;
  /** The sign-in it was issued for: void once that is ended. */
  sessionId: string;
}

/**
 * The key of a secret, made once: given the text, jsonwebtoken would first try at each call to read it as a public key,
 * which took 0.4 ms.
 */
export function accessTokenKey(secret: string): KeyObject {
  return createSecretKey(Buffer.from(secret));
}

/** A signed access token for a person. */
export function issueAccessToken(key: KeyObject, claims: AccessClaims): string {
  return jwt.sign({ ver: claims.tokenVersion, sid: claims.sessionId }, key, {
    algorithm,
    issuer,
    audience,
    subject: String(claims.employeeId),
    expiresIn: accessTokenMinutes * 60,
  });
}

/**
 * What a token says, its signature and age checked.
 * @throws AppError `token_expired` or `unauthenticated`
 */
export function readAccessToken(key: KeyObject, token: string): AccessClaims {
  try {
    const options: jwt.VerifyOptions = { algorithms: [algorithm], issuer, audience };
    const claims = jwt.verify(token, key, options) as jwt.JwtPayload;
    return {
      employeeId: Number(claims.sub),
      tokenVersion: Number(claims.ver),
      sessionId: String(claims.sid),
    };
  } catch (error) {
    throw new AppError(error instanceof jwt.TokenExpiredError ? 'token_expired' : 'unauthenticated', {
      cause: error,
    });
  }
}
