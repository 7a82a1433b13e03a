import { createAuditLog } from '../audit/auditLog';
import { createRowProofs } from '../audit/chain/rowProofs';
import { permissionsOf } from '../policies/permissions';
import { createRepositories, type Repositories } from '../repositories/repositories';
import type { Database } from '../storage/database/database';
import { openTestDatabase } from '../test/database';
import { createAdmission } from './admission';
import { createApiKeys } from './apiKeys';
import { createEmployees } from './employees';
import { createTryLimit, type TryLimit } from './limitTries';
import { createOwnAccount } from './ownAccount';
import { hashPassword, passwordMatches } from './passwords';
import { createSeal } from './seal';
import { createSecondFactor } from './secondFactor/secondFactor';

let database: Database;
let repositories: Repositories;
let number = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  repositories = createRepositories(database.sequelize, { proofs: createRowProofs(Buffer.alloc(32)) });
});
afterAll(() => database.close());

const known = 'a-password-somebody-stole';
const rescued = 'another-password-2';
const session = '00000000-0000-4000-8000-000000000000';

/** Somebody's account as the program has it, which an admin changes once the password was found to be right. */
async function account(change: { password?: string; active?: boolean } | null) {
  number += 1;
  const person = await repositories.people.create({
    ...{
      employeeNo: `S${number}`,
      name: '김나루',
      email: `s${number}@test.example`,
      role: 'rep',
      team: null,
    },
    passwordHash: await hashPassword(known),
  });
  const owner = { ...person, permissions: permissionsOf(person.role, []) };
  const { count, forget, within } = createTryLimit(repositories.signInTries);
  const audit = createAuditLog(repositories.traceLogs);
  const parts = { database, repositories, audit, admission: createAdmission(repositories) };
  const employees = createEmployees({ ...parts, tries: { count, forget, within } });
  const tries: TryLimit = {
    ...{ count, forget },
    async within(email, prove) {
      const proven = await within(email, prove);
      if (change) await employees.change(person.id, change, owner);
      return proven;
    },
  };
  return {
    owner,
    ownAccount: createOwnAccount({ ...parts, tries }),
    apiKeys: createApiKeys({ ...parts, tries, countSignInCheck: () => {} }),
    secondFactor: createSecondFactor({ ...parts, tries, seal: createSeal('x'.repeat(32), 'second factor') }),
    opens: async (password: string) =>
      passwordMatches((await repositories.people.findById(person.id))!.passwordHash, password),
  };
}

const key = { name: 'left', scopes: ['chat.use' as const], days: 365, currentPassword: known };
const passwords = { currentPassword: known, newPassword: 'a-password-of-the-thief' };
const refused = { code: 'wrong_password' };

describe('what whoever stole a sign-in and the password has under way', () => {
  test('goes through when nobody comes in', async () => {
    const { owner, ownAccount, apiKeys, secondFactor, opens } = await account(null);
    expect(await apiKeys.create(owner, session, key)).toMatchObject({ name: 'left' });
    expect(await secondFactor.begin(owner, known)).toHaveProperty('secret');
    await ownAccount.changePassword(owner, session, passwords);
    expect(await opens(passwords.newPassword)).toBe(true);
  });

  test('does not set the password anew behind the admin who has just set another', async () => {
    const { owner, ownAccount, opens } = await account({ password: rescued });
    await expect(ownAccount.changePassword(owner, session, passwords)).rejects.toMatchObject(refused);
    expect(await opens(rescued)).toBe(true);
  });

  test.each([
    ['a new password', { password: rescued }],
    ['a deactivation', { active: false }],
  ])('leaves no key and no second factor behind %s', async (_name, change) => {
    const { owner, apiKeys, secondFactor } = await account(change);
    await expect(apiKeys.create(owner, session, key)).rejects.toMatchObject(refused);
    expect(await apiKeys.list(owner.id)).toEqual([]);
    const other = await account(change);
    await expect(other.secondFactor.begin(other.owner, known)).rejects.toMatchObject(refused);
    expect(await secondFactor.describe(owner)).toMatchObject({ on: false });
  });
});
