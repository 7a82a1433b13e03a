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
