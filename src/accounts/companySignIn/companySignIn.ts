import { UniqueConstraintError, type Transaction } from 'sequelize';
import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import type { CompanySignInSettings } from '../../env/companySignIn';
import { AppError } from '../../errors';
import type { Repositories } from '../../repositories/repositories';
import type { Database } from '../../storage/database/database';
import type { CountSignInCheck } from '../../telemetry/metrics/signInMetrics';
import type { Accounts, SignedIn } from '../accounts';
import type { Admission } from '../admission';
import { createSeal } from '../seal';
import { admitPerson, type Admitted } from './admitPerson';
import { createIdentityProvider } from './identityProvider';
import type { CompanyPerson } from './readPerson';
import { roleOfGroups } from './roleOfGroups';

/** Milliseconds somebody may take at the provider: a second factor there, a password that has to be changed. */
export const signInTryMs = 10 * 60_000;

/** What the browser keeps, sealed, while its person is at the provider. */
const trySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
  endsAt: z.number(),
});

/** Signing in with the company's own accounts. */
export function createCompanySignIn(dependencies: {
  settings: CompanySignInSettings;
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  admission: Admission;
  accounts: Pick<Accounts, 'open'>;
  countSignInCheck: CountSignInCheck;
  secret: string;
}) {
  const { settings, database, repositories, audit, admission, accounts, countSignInCheck } = dependencies;
  const provider = createIdentityProvider(settings);
  const seal = createSeal(dependencies.secret, 'company sign-in');

  return {
    /**
     * Where to send the browser, and what it has to keep meanwhile.
     * @throws AppError `provider_unavailable`
     */
    async begin(returnTo: string | undefined): Promise<{ url: string; kept: string }> {
      const { url, checks } = await provider.begin();
      const endsAt = Date.now() + signInTryMs;
      const kept = { ...checks, returnTo: ownPath(returnTo), endsAt } satisfies z.infer<typeof trySchema>;
      return { url: url.href, kept: seal.close(JSON.stringify(kept), 'try') };
    },

    /**
     * Signs in who comes back from the provider.
     * @param query as the browser brought it; @param kept what it was given to keep
     * @throws AppError `company_sign_in_failed`, `no_company_access`, `provider_unavailable`
     */
    async finish(
      query: string,
      kept: string | undefined,
      userAgent?: string,
    ): Promise<SignedIn & { returnTo: string }> {
      const begun = openTry(kept);
      if (!begun) throw await failed('not begun in this browser, or too long ago');
      const { returnTo, ...checks } = begun;
      const company = await provider.finish(query, checks).catch(async (error: unknown) => {
        if (error instanceof AppError && error.code === 'company_sign_in_failed')
          throw await failed(messageOf(error.options.cause), error);
        throw error;
      });
      const signedIn = await signIn(company, userAgent);
      return { ...signedIn, returnTo };
    },

    /** Ends what the provider says has ended there. @throws AppError `bad_request` */
    async logOut(logoutToken: string): Promise<void> {
      const logout = await provider.readLogoutToken(logoutToken);
      const employeeIds = await database.sequelize.transaction(async (transaction) => {
        const ended = await repositories.companyIdentities.endSessions(logout, transaction);
        await audit.record(
          {
            name: 'auth.company-sign-out',
            employeeId: ended[0],
            input: logout,
            output: { sessionsEnded: ended.length },
          },
          transaction,
        );
        return ended;
      });
      for (const employeeId of new Set(employeeIds)) admission.forget(employeeId);
    },
  };

  function openTry(kept: string | undefined): z.infer<typeof trySchema> | null {
    const opened = seal.open(kept ?? '', 'try');
    if (opened === null) return null;
    const begun = trySchema.parse(JSON.parse(opened));
    return begun.endsAt > Date.now() ? begun : null;
  }

  async function failed(reason: string, cause?: unknown): Promise<AppError> {
    const error = 'company_sign_in_failed' as const;
    countSignInCheck('company', 'refused');
    await audit.record({ name: 'auth.company-sign-in', output: { reason }, error });
    return new AppError(error, { cause });
  }

  async function signIn(company: CompanyPerson, userAgent: string | undefined): Promise<SignedIn> {
    const role = roleOfGroups(company.groups, settings.groupRoles);
    if (role === null) throw await refused(company, 'no group with a role');
    const { signedIn, refusedBecause } = await twiceIfTaken(async (transaction) => {
      const admitted: Admitted = await admitPerson({ ...company, role }, repositories, audit, transaction);
      if ('refusedBecause' in admitted) return { refusedBecause: admitted.refusedBecause };
      const { person } = admitted;
      const { issuer, subject, sid } = company;
      const signedIn = await accounts.open(
        person,
        { event: 'auth.company-sign-in', input: { issuer, subject }, userAgent, lastsMs: settings.sessionMs },
        transaction,
      );
      await repositories.companyIdentities.noteSession(
        signedIn.sessionId,
        { issuer, subject, sid },
        transaction,
      );
      transaction.afterCommit(() => admission.forget(person.id));
      return { signedIn };
    });
    if (!signedIn) throw await refused(company, refusedBecause);
    countSignInCheck('company', 'accepted');
    return signedIn;
  }

  /** Of two people at once with one address or number the second finds what the first has written. */
  async function twiceIfTaken<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      return await database.sequelize.transaction(work);
    } catch (error) {
      if (!(error instanceof UniqueConstraintError)) throw error;
      return database.sequelize.transaction(work);
    }
  }

  /** Whoever may not come in any more is out: what was opened when it was allowed ends. */
  async function refused({ issuer, subject, groups }: CompanyPerson, reason: string): Promise<AppError> {
    const error = 'no_company_access' as const;
    countSignInCheck('company', 'refused');
    const ended = await database.sequelize.transaction(async (transaction) => {
      const identity = { issuer, subject };
      const employeeIds = await repositories.companyIdentities.endSessions(identity, transaction);
      const ownerId = await repositories.companyIdentities.find(identity, transaction);
      const apiKeysEnded = ownerId === null ? 0 : await endKeysWithoutPassword(ownerId, transaction);
      const output = { reason, groups, sessionsEnded: employeeIds.length, apiKeysEnded };
      const event = {
        name: 'auth.company-sign-in',
        employeeId: ownerId ?? undefined,
        input: identity,
        output,
        error,
      };
      await audit.record(event, transaction);
      return employeeIds;
    });
    for (const employeeId of ended) admission.forget(employeeId);
    return new AppError(error);
  }

  /** Somebody without a password here has made every key in a sign-in that came from the provider. */
  async function endKeysWithoutPassword(employeeId: number, transaction: Transaction): Promise<number> {
    const person = await repositories.people.findById(employeeId, transaction);
    if (!person || person.passwordHash !== null) return 0;
    return repositories.apiKeys.removeOfEmployee(employeeId, transaction);
  }

  /** A path of this program: nobody is led on to another one by a link that begins here. */
  function ownPath(wanted: string | undefined): string {
    const own = new URL(settings.publicUrl);
    const url = URL.parse(wanted ?? '/', own.href);
    if (url?.origin !== own.origin) return '/';
    // Two slashes at its beginning would be another host.
    return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`;
  }
}

export type CompanySignIn = ReturnType<typeof createCompanySignIn>;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
