import { randomUUID } from 'node:crypto';
import { AppError } from '../errors';
import type { AuditLog } from '../audit/auditLog';
import type { Actor } from '../policies/actor';
import { permissionsOf } from '../policies/permissions';
import type { EmployeeRecord } from '../repositories/people';
import type { Repositories } from '../repositories/repositories';
import type { SignedInEmployeeDto } from '../shared/people';
import { accessTokenKey, issueAccessToken, readAccessToken, type AccessClaims } from './accessToken';
import type { Admission } from './admission';
import { toEmployeeDto } from './employeeDto';
import { passwordMatches } from './passwords';
import { newSecretToken, tokenHash } from './secretToken';

/** How long a sign-in lasts without being asked again. */
export const sessionDays = 30;

/**
 * Two tabs may refresh at once, and one of them then holds the token before the valid one. Later than this, its use
 * means that somebody else has it.
 */
const rotationGraceMs = 10_000;

export interface SignedIn {
  accessToken: string;
  refreshToken: string;
  employee: SignedInEmployeeDto;
}

/** Signing in and out, and who a token stands for. */
export function createAccounts(dependencies: {
  repositories: Repositories;
  audit: AuditLog;
  admission: Admission;
  secret: string;
}) {
  const { repositories, audit, admission } = dependencies;
  const { people, sessions } = repositories;
  const key = accessTokenKey(dependencies.secret);

  const accessTokenFor = (person: EmployeeRecord) =>
    issueAccessToken(key, { employeeId: person.id, tokenVersion: person.tokenVersion });

  return {
    /** @throws AppError `wrong_credentials`, the same for a wrong password, nobody and a deactivated person. */
    async signIn(email: string, password: string): Promise<SignedIn> {
      const person = await people.findByEmail(email);
      const right = await passwordMatches(person?.passwordHash ?? null, password);
      if (!person || !right || !person.active) {
        await audit.record({
          name: 'auth.sign-in',
          employeeId: person?.id,
          input: { email },
          error: 'wrong_credentials',
        });
        throw new AppError('wrong_credentials');
      }
      const refreshToken = newSecretToken();
      await audit.record({ name: 'auth.sign-in', employeeId: person.id, input: { email } });
      await sessions.create({
        id: randomUUID(),
        employeeId: person.id,
        tokenHash: tokenHash(refreshToken),
        expiresAt: new Date(Date.now() + sessionDays * 86_400_000),
      });
      return { accessToken: accessTokenFor(person), refreshToken, employee: signedInDto(person) };
    },

    /** A new access token and the next refresh token. @throws AppError `unauthenticated` */
    async refresh(refreshToken: string): Promise<SignedIn> {
      const next = newSecretToken();
      const now = new Date();
      const session = await sessions.rotate(tokenHash(refreshToken), tokenHash(next), now);
      if (!session) {
        await endStolenSession(tokenHash(refreshToken), now);
        throw new AppError('unauthenticated');
      }
      const person = await people.findById(session.employeeId);
      if (!person?.active) {
        await sessions.remove(session.id);
        throw new AppError('unauthenticated');
      }
      return { accessToken: accessTokenFor(person), refreshToken: next, employee: signedInDto(person) };
    },

    async signOut(refreshToken: string): Promise<void> {
      await sessions.removeByToken(tokenHash(refreshToken));
    },

    /**
     * The person an access token stands for, as the database knew that person at most half a second ago.
     * @throws AppError `token_expired` or `unauthenticated`
     */
    async authenticate(accessToken: string): Promise<Actor> {
      return admission.admit(readAccessToken(key, accessToken));
    },

    /** What an access token says, for a connection that outlives it. @throws AppError `token_expired` or `unauthenticated` */
    claimsOf: (accessToken: string): AccessClaims => readAccessToken(key, accessToken),

    /**
     * The person of a connection that was let in with these claims: the token's age no longer matters, whether the person
     * was deactivated or signed out everywhere does.
     * @throws AppError `unauthenticated`
     */
    recheck: (claims: AccessClaims): Promise<Actor> => admission.admit(claims),

    /** Of many claims those that no longer stand, in one statement. */
    async revoked(claims: AccessClaims[]): Promise<Set<AccessClaims>> {
      const standing = await people.tokenVersions(claims.map(({ employeeId }) => employeeId));
      return new Set(
        claims.filter(({ employeeId, tokenVersion }) => standing.get(employeeId) !== tokenVersion),
      );
    },

    async describe(actor: Actor): Promise<SignedInEmployeeDto> {
      const person = await people.findById(actor.id);
      if (!person) throw new AppError('unauthenticated');
      return signedInDto(person);
    },
  };

  async function endStolenSession(hash: string, now: Date): Promise<void> {
    const stolen = await sessions.findByPreviousToken(hash);
    if (!stolen || now.getTime() - stolen.rotatedAt.getTime() < rotationGraceMs) return;
    await audit.record({ name: 'auth.refresh-token-reused', input: { sessionId: stolen.id } });
    await sessions.remove(stolen.id);
  }
}

export type Accounts = ReturnType<typeof createAccounts>;

function signedInDto(person: EmployeeRecord): SignedInEmployeeDto {
  return { ...toEmployeeDto(person), permissions: [...permissionsOf(person.role, person.extraPermissions)] };
}
