import type { Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { EmployeeRecord, PeopleRepository } from '../repositories/people';
import { passwordMatches } from './passwords';

/**
 * Asks somebody who is signed in for the password once more, before what a browser left open must not do.
 * @throws AppError `wrong_password`, also where there is none
 */
export async function demandPassword(
  people: Pick<PeopleRepository, 'findById'>,
  employeeId: number,
  password: string,
): Promise<EmployeeRecord> {
  const person = await people.findById(employeeId);
  const isRight = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !isRight) throw new AppError('wrong_password');
  return person;
}

/**
 * Holds somebody who has just shown the password until the transaction ends. Comparing it took a while, in which an admin may have set
 * another one or deactivated the account, because somebody else had come to it.
 * @param shown the person as the password was compared with
 * @throws AppError `wrong_password` where it is no longer the one
 */
export async function stillOwner(
  people: Pick<PeopleRepository, 'lock'>,
  shown: Pick<EmployeeRecord, 'id' | 'passwordHash'>,
  transaction: Transaction,
): Promise<void> {
  const now = await people.lock(shown.id, transaction);
  if (!now?.active || now.passwordHash !== shown.passwordHash) throw new AppError('wrong_password');
}
