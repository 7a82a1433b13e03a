import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { AuditLog } from '../audit/auditLog';
import type { Actor } from '../policies/actor';
import { permissionsOf } from '../policies/permissions';
import type { EmployeeRecord } from '../repositories/people';
import type { Repositories } from '../repositories/repositories';
import type { Login, SignedInEmployeeDto } from '../shared/people';
import type { Database } from '../storage/database/database';
import type { CountSignInCheck } from '../telemetry/metrics/signInMetrics';
import { accessTokenKey, issueAccessToken, readAccessToken, type AccessClaims } from './accessToken';
import { demandFactor, type Admission } from './admission';
import { isApiKey, type ApiKeys } from './apiKeys';
import { toEmployeeDto } from './employeeDto';
import type { TryLimit } from './limitTries';
import { passwordMatches } from './passwords';
import { createRefreshTokens } from './refreshTokens';
import type { SecondFactor } from './secondFactor/secondFactor';
import { tokenHash } from './secretToken';
import { sessionMs, unusedSince } from './sessionTimes';

/**
 * Two tabs may refresh at once, and one of them then holds the token before the valid one. Later than this, its use
 * means that somebody else has it.
 */
const rotationGraceMs = 10_000;

/** Characters kept of what a browser calls itself: enough to know the device by. */
const longestUserAgent = 400;

export interface SignedIn {
  accessToken: string;
  refreshToken: string;
  employee: SignedInEmployeeDto;
}

/** How a sign-in came about. */
interface Opening {
  /** Name of the event it leaves in the audit. */
  event: string;
  input: object;
  /** What the browser calls itself. */
  userAgent: string | undefined;
  lastsMs: number;
}

/** Signing in and out, and who a token stands for. */
export function createAccounts(dependencies: {
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  admission: Admission;
  apiKeys: Pick<ApiKeys, 'identify'>;
  tries: TryLimit;
  secondFactor: Pick<SecondFactor, 'isOn' | 'use'>;
  countSignInCheck: CountSignInCheck;
  secret: string;
}) {
  const { database, repositories, audit, admission, apiKeys, tries, secondFactor, countSignInCheck } =
    dependencies;
  const { people, sessions } = repositories;
  const key = accessTokenKey(dependencies.secret);
  const refreshTokens = createRefreshTokens(dependencies.secret);

  const accessTokenFor = (person: EmployeeRecord, sessionId: string) =>
    issueAccessToken(key, { employeeId: person.id, tokenVersion: person.tokenVersion, sessionId });

  return {
    /**
     * @param userAgent what the browser calls itself
     * @throws AppError `wrong_credentials`, the same for a wrong password, nobody and a deactivated person; `too_many_tries`, whoever
     * it is; `second_factor_required`, `wrong_code`, `second_factor_unreadable` for whoever knows the password
     */
    async signIn({ email, password, code }: Login, userAgent?: string): Promise<SignedIn> {
      const locked = await tries.count(email);
      const person = await people.findByEmail(email);
      const refused = async (error: AppError) => {
        await audit.record({
          name: 'auth.sign-in',
          employeeId: person?.id,
          input: { email },
          error: error.code,
        });
        return error;
      };
      if (locked) {
        countSignInCheck('password', 'locked');
        throw await refused(locked);
      }
      const right = await passwordMatches(person?.passwordHash ?? null, password);
      const isKnown = person?.active && right;
      countSignInCheck('password', isKnown ? 'accepted' : 'refused');
      if (!isKnown) throw await refused(new AppError('wrong_credentials'));
      const isAsked = await secondFactor.isOn(person.id);
      if (isAsked && code === undefined) throw await refused(new AppError('second_factor_required'));
      const signedIn = await database.sequelize.transaction(async (transaction) => {
        // Comparing a password takes long enough for it to be changed meanwhile, which has ended every sign-in there was.
        const now = await people.lock(person.id, transaction);
        if (!now?.active || now.passwordHash !== person.passwordHash) return 'wrong_credentials';
        if (isAsked && !(await secondFactor.use(now.id, code!, transaction))) return 'wrong_code';
        if (isAsked === false && (await secondFactor.isOn(now.id, transaction)))
          return 'second_factor_required';
        return open(
          now,
          { event: 'auth.sign-in', input: { email }, userAgent, lastsMs: sessionMs },
          transaction,
        );
      });
      if (signedIn === 'wrong_code') countSignInCheck('second_factor', 'refused');
      if (typeof signedIn === 'string') throw await refused(new AppError(signedIn));
      if (isAsked) countSignInCheck('second_factor', 'accepted');
      await tries.forget(email);
      return signedIn;
    },

    /** Opens a session for somebody who has shown who they are. */
    open,

    /** A new access token and the next refresh token. @throws AppError `unauthenticated` */
    async refresh(refreshToken: string): Promise<SignedIn> {
      const now = new Date();
      const refreshed = await database.sequelize.transaction(async (transaction) => {
        const sessionId = await sessions.idOfToken(tokenHash(refreshToken), transaction);
        if (sessionId === null) return null;
        const next = refreshTokens.issue(sessionId);
        const times = { now, unusedSince: unusedSince(now) };
        const session = await sessions.rotate(tokenHash(refreshToken), tokenHash(next), times, transaction);
        if (!session) return null;
        const { employeeId } = session;
        const person = await people.findById(employeeId, transaction);
        const error = person?.active ? undefined : ('unauthenticated' as const);
        if (error) await sessions.remove(sessionId, transaction);
        const event = { name: 'auth.refresh', employeeId, input: { sessionId }, error };
        await audit.record(event, transaction);
        return { person, sessionId, next };
      });
      if (!refreshed) await endStolenSession(refreshToken, now);
      const person = refreshed?.person;
      if (!person?.active) throw new AppError('unauthenticated');
      return {
        accessToken: accessTokenFor(person, refreshed!.sessionId),
        refreshToken: refreshed!.next,
        employee: signedInDto(person),
      };
    },

    async signOut(refreshToken: string): Promise<void> {
      await database.sequelize.transaction(async (transaction) => {
        const employeeId = await sessions.removeByToken(tokenHash(refreshToken), transaction);
        if (employeeId === null) return;
        await audit.record({ name: 'auth.sign-out', employeeId }, transaction);
        transaction.afterCommit(() => admission.forget(employeeId));
      });
    },

    /**
     * The person an access token or a key stands for, as the database knew that person at most half a second ago.
     * @throws AppError `token_expired`, `unauthenticated`, `second_factor_demanded`
     */
    async authenticate(accessToken: string): Promise<Actor> {
      const actor = await identify(accessToken);
      demandFactor(actor);
      return actor;
    },

    /** The same, but who owes a second factor is let in, without any right. @throws AppError `token_expired` or `unauthenticated` */
    identify,

    /** What an access token says, for a connection that outlives it. @throws AppError `token_expired` or `unauthenticated` */
    claimsOf: (accessToken: string): AccessClaims => readAccessToken(key, accessToken),

    /**
     * The person of a connection that was let in with these claims: the token's age no longer matters, whether the person
     * was deactivated or the sign-in ended does.
     * @throws AppError `unauthenticated`, `second_factor_demanded`
     */
    recheck: admission.admit,

    standing: admission.standing,

    async describe(actor: Actor): Promise<SignedInEmployeeDto> {
      const person = await people.findById(actor.id);
      if (!person) throw new AppError('unauthenticated');
      return { ...signedInDto(person), permissions: [...actor.permissions] };
    },
  };

  async function identify(accessToken: string): Promise<Actor> {
    return isApiKey(accessToken)
      ? apiKeys.identify(accessToken)
      : admission.identify(readAccessToken(key, accessToken));
  }

  async function open(
    person: EmployeeRecord,
    { event, input, userAgent, lastsMs }: Opening,
    transaction: Transaction,
  ): Promise<SignedIn & { sessionId: string }> {
    const sessionId = randomUUID();
    const refreshToken = refreshTokens.issue(sessionId);
    await sessions.create(
      {
        id: sessionId,
        employeeId: person.id,
        tokenHash: tokenHash(refreshToken),
        expiresAt: new Date(Date.now() + lastsMs),
        userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
      },
      transaction,
    );
    await audit.record({ name: event, employeeId: person.id, input: { ...input, sessionId } }, transaction);
    return {
      accessToken: accessTokenFor(person, sessionId),
      refreshToken,
      employee: signedInDto(person),
      sessionId,
    };
  }

  /** Ends the sign-in of a token that was valid once and is used by two by now. */
  async function endStolenSession(token: string, now: Date): Promise<void> {
    const hash = tokenHash(token);
    const stolen = await sessions.findOfFormerToken({ id: refreshTokens.sessionOf(token), tokenHash: hash });
    // The valid one of a sign-in that is over by its age is nobody else's.
    if (!stolen || stolen.tokenHash === hash) return;
    const isOfBefore = stolen.previousTokenHash === hash;
    if (isOfBefore && now.getTime() - stolen.rotatedAt.getTime() < rotationGraceMs) return;
    const { id: sessionId, employeeId } = stolen;
    await database.sequelize.transaction(async (transaction) => {
      const event = { name: 'auth.refresh-token-reused', employeeId, input: { sessionId } };
      await audit.record({ ...event, error: 'unauthenticated' }, transaction);
      await sessions.remove(sessionId, transaction);
    });
  }
}

export type Accounts = ReturnType<typeof createAccounts>;

function signedInDto(person: EmployeeRecord): SignedInEmployeeDto {
  return { ...toEmployeeDto(person), permissions: [...permissionsOf(person.role, person.extraPermissions)] };
}
