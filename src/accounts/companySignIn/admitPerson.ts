import type { Transaction } from 'sequelize';
import type { AuditLog } from '../../audit/auditLog';
import type { EmployeeRecord } from '../../repositories/people';
import type { Repositories } from '../../repositories/repositories';
import type { Role } from '../../shared/people';
import type { CompanyPerson } from './readPerson';

/** Who somebody from the company's provider is here, or why nobody; the reason stands in the audit, not in the answer. */
export type Admitted = { person: EmployeeRecord } | { refusedBecause: string };

/**
 * Finds the person of an identity: known already, or registered with the same verified address, or registered now where the provider
 * tells the employee number. Gives the person the role of the groups.
 */
export async function admitPerson(
  company: CompanyPerson & { role: Role },
  { people, companyIdentities }: Pick<Repositories, 'people' | 'companyIdentities'>,
  audit: AuditLog,
  transaction: Transaction,
): Promise<Admitted> {
  await companyIdentities.lock(company, transaction);
  const knownId = await companyIdentities.find(company, transaction);
  if (knownId !== null) {
    const known = await people.findById(knownId, transaction);
    return known?.active ? withRole(known) : { refusedBecause: 'deactivated' };
  }
  if (company.email === null) return { refusedBecause: 'no verified e-mail address' };
  const registered = await people.findByEmail(company.email, transaction);
  if (registered && !registered.active) return { refusedBecause: 'deactivated' };
  if (registered && (await companyIdentities.isLinked(company.issuer, registered.id, transaction)))
    return { refusedBecause: 'the e-mail address belongs to another identity' };
  const person = registered ?? (await register(company.email));
  if (!person) return { refusedBecause: 'not registered' };
  await companyIdentities.link(company, person.id, transaction);
  await audit.record(
    {
      name: 'employee.identity-link',
      employeeId: person.id,
      input: { issuer: company.issuer, subject: company.subject },
    },
    transaction,
  );
  return withRole(person);

  async function register(email: string): Promise<EmployeeRecord | null> {
    const { employeeNo, role } = company;
    if (employeeNo === null || (await people.findByEmployeeNo(employeeNo, transaction))) return null;
    const created = await people.create(
      { employeeNo, name: company.name ?? employeeNo, email, role, team: null, passwordHash: null },
      transaction,
    );
    const input = { employeeNo, email, role, by: 'company sign-in' };
    await audit.record({ name: 'employee.register', employeeId: created.id, input }, transaction);
    return created;
  }

  async function withRole(person: EmployeeRecord): Promise<Admitted> {
    const { role } = company;
    // Without any admin nobody could put it right again.
    const isLastAdmin =
      person.role === 'admin' &&
      role !== 'admin' &&
      (await people.lockActiveAdmins(transaction)).length === 1;
    // Whoever is deactivated in this moment was so before, and it is seen here; or after this sign-in, which ends with the others.
    if (!(await people.lock(person.id, transaction))?.active) return { refusedBecause: 'deactivated' };
    if (person.role === role || isLastAdmin) return { person };
    await people.update(person.id, { role }, transaction);
    const input = { id: person.id, role, by: 'company sign-in' };
    await audit.record({ name: 'employee.change', employeeId: person.id, input }, transaction);
    return { person: { ...person, role } };
  }
}
