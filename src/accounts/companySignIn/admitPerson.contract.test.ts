import { createAuditLog } from '../../audit/auditLog';
import { createRowProofs } from '../../audit/chain/rowProofs';
import { createRepositories, type Repositories } from '../../repositories/repositories';
import type { Database } from '../../storage/database/database';
import { openTestDatabase } from '../../test/database';
import { admitPerson } from './admitPerson';

let database: Database;
let repositories: Repositories;
beforeAll(async () => {
  database = await openTestDatabase();
  repositories = createRepositories(database.sequelize, { proofs: createRowProofs(Buffer.alloc(32)) });
});
afterAll(() => database.close());

test('whoever is deactivated while a sign-in is under way comes in neither by the address nor by the identity', async () => {
  const { people, companyIdentities, traceLogs } = repositories;
  const role = 'rep' as const;
  const email = 'c1@test.example';
  const person = await people.create({
    employeeNo: 'C1',
    name: '김나루',
    email,
    role,
    team: null,
    passwordHash: null,
  });
  await database.sequelize.transaction((transaction) =>
    people.update(person.id, { active: false }, transaction),
  );
  const identity = { issuer: 'https://id.test.example', subject: 'c1' };
  const company = { ...identity, sid: null, email, name: null, employeeNo: null, groups: [], role };
  // As it was read a moment before.
  const before = { ...people, findById: async () => person, findByEmail: async () => person };
  const admit = () =>
    database.sequelize.transaction((transaction) =>
      admitPerson(company, { people: before, companyIdentities }, createAuditLog(traceLogs), transaction),
    );
  expect(await admit()).toEqual({ refusedBecause: 'deactivated' });
  expect(
    await database.sequelize.transaction((transaction) => companyIdentities.find(identity, transaction)),
  ).toBe(person.id);
  expect(await admit()).toEqual({ refusedBecause: 'deactivated' });
});
