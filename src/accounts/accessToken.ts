import jwt from 'jsonwebtoken';
import { AppError } from '../errors';

/** Short, since it is checked against the person's row but cannot be taken back by itself. */
export const accessTokenMinutes = 15;

const issuer = 'narutalk';
const algorithm = 'HS256' as const;

export interface AccessClaims {
  employeeId: number;
  tokenVersion: number;
}

/** A signed access token for a person. */
export function issueAccessToken(secret: string, claims: AccessClaims): string {
  return jwt.sign({ ver: claims.tokenVersion }, secret, {
    algorithm,
    issuer,
    subject: String(claims.employeeId),
    expiresIn: accessTokenMinutes * 60,
  });
}

/**
 * What a token says, its signature and, unless told otherwise, its age checked.
 * @throws AppError `token_expired` or `unauthenticated`
 */
export function readAccessToken(
  secret: string,
  token: string,
  { ignoreExpiration = false }: { ignoreExpiration?: boolean } = {},
): AccessClaims {
  try {
    const options: jwt.VerifyOptions = { algorithms: [algorithm], issuer, ignoreExpiration };
    const claims = jwt.verify(token, secret, options) as jwt.JwtPayload;
    return { employeeId: Number(claims.sub), tokenVersion: Number(claims.ver) };
  } catch (error) {
    throw new AppError(error instanceof jwt.TokenExpiredError ? 'token_expired' : 'unauthenticated', {
      cause: error,
    });
  }
}
