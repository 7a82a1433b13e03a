import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { EmployeeRecord, PeopleRepository } from '../repositories/people';
import { passwordMatches } from './passwords';

/** Whoever is signed in, who shows the own password. @throws AppError `wrong_password`, also for somebody who has none */
export async function demandPassword(
  people: Pick<PeopleRepository, 'findById'>,
  owner: Actor,
  password: string,
): Promise<EmployeeRecord> {
  const person = await people.findById(owner.id);
  const isRight = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !isRight) throw new AppError('wrong_password');
  return person;
}
