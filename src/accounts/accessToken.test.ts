import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { AppError } from '../errors';
import { accessTokenKey, issueAccessToken, readAccessToken } from './accessToken';

const secret = 'a secret of more than thirty-two characters';
const key = accessTokenKey(secret);
const claims = { employeeId: 7, tokenVersion: 2, sessionId: 'session' };
const payload = { ver: 2, sid: 'session' };
const usual: jwt.SignOptions = {
  issuer: 'narutalk',
  audience: 'narutalk access',
  subject: '7',
  expiresIn: 60,
};

const codeOf = (token: string): string => {
  try {
    return JSON.stringify(readAccessToken(key, token));
  } catch (error) {
    return (error as AppError).code;
  }
};

test('says what it was issued for', () => {
  expect(readAccessToken(key, issueAccessToken(key, claims))).toEqual(claims);
  expect(codeOf(jwt.sign(payload, secret, usual))).toBe(JSON.stringify(claims));
});

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const [head, body, signature] = issueAccessToken(key, claims).split('.') as [string, string, string];
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const asAdmin = encoded({ ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object), sub: '1' });

test.each([
  ['without a signature', `${encoded({ alg: 'none' })}.${asAdmin}.`],
  ['with other claims under its signature', `${head}.${asAdmin}.${signature}`],
  ['with a key of somebody else', jwt.sign(payload, `${secret}x`, usual)],
  ['by another algorithm of the same key', jwt.sign(payload, secret, { ...usual, algorithm: 'HS512' })],
  ['by a key of another kind', jwt.sign(payload, privateKey, { ...usual, algorithm: 'RS256' })],
  [
    'that brings the key along',
    jwt.sign(payload, `${secret}x`, {
      ...usual,
      header: {
        alg: 'HS256',
        jwk: { kty: 'oct' },
        jku: 'http://127.0.0.1:9/keys',
        kid: '../../dev/null',
      } as never,
    }),
  ],
  ['of another issuer', jwt.sign(payload, secret, { ...usual, issuer: 'somebody' })],
  ['for another purpose', jwt.sign(payload, secret, { ...usual, audience: 'narutalk export' })],
  ['that is not good yet', jwt.sign(payload, secret, { ...usual, notBefore: 30 })],
  ['that is none', 'x.y.z'],
])('a token %s is refused', (_what, token) => {
  expect(codeOf(token)).toBe('unauthenticated');
});

test('one that is over says so', () => {
  expect(codeOf(jwt.sign(payload, secret, { ...usual, expiresIn: -1 }))).toBe('token_expired');
});
