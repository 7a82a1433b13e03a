import { createAccounts } from '../accounts/accounts';
import { createAdmission } from '../accounts/admission';
import { createApiKeys } from '../accounts/apiKeys';
import { createCompanySignIn } from '../accounts/companySignIn/companySignIn';
import { createEmployees } from '../accounts/employees';
import { createTryLimit } from '../accounts/limitTries';
import { createOwnAccount } from '../accounts/ownAccount';
import { createSeal } from '../accounts/seal';
import { createSecondFactor } from '../accounts/secondFactor/secondFactor';
import { newSecretToken } from '../accounts/secretToken';
import { createSetUp } from '../accounts/setUp';
import { createTeam } from '../accounts/team';
import type { AuditLog } from '../audit/auditLog';
import type { Env } from '../env';
import type { Logger } from '../logging/logger';
import type { Repositories } from '../repositories/repositories';
import type { Database } from '../storage/database/database';
import type { CountSignInCheck } from '../telemetry/metrics/signInMetrics';

interface Dependencies {
  database: Database;
  repositories: Repositories;
  audit: AuditLog;
  logger: Logger;
  countSignInCheck: CountSignInCheck;
  authSecret: string;
}

/** Who may come in, by which way, and who looks after whom. */
export function createPeople(env: Env, { authSecret, ...basis }: Dependencies) {
  const admission = createAdmission(basis.repositories, env.secondFactorRoles);
  const tries = createTryLimit(basis.repositories.signInTries);
  const apiKeys = createApiKeys({ ...basis, admission, tries });
  const secondFactor = createSecondFactor({
    ...{ ...basis, admission, tries },
    seal: createSeal(authSecret, 'second factor'),
  });
  const accounts = createAccounts({
    ...{ ...basis, admission, apiKeys, tries, secondFactor },
    secret: authSecret,
  });
  const employees = createEmployees({ ...basis, admission, tries });
  const setupToken = env.setupToken ?? newSecretToken();
  const settings = env.companySignIn;
  return {
    ...{ accounts, apiKeys, employees, secondFactor, setupToken },
    companySignIn:
      settings && createCompanySignIn({ ...basis, admission, accounts, secret: authSecret, settings }),
    ownAccount: createOwnAccount({ ...basis, admission, tries }),
    setUp: createSetUp({ ...basis, setupToken }),
    team: createTeam({ ...basis, employees }),
  };
}
