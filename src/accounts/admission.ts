import type { Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { permissionsOf } from '../policies/permissions';
import type { ActiveRecord, PeopleRepository, SignedInRecord } from '../repositories/people';
import type { Repositories } from '../repositories/repositories';
import type { Role } from '../shared/people';
import { lacksSchema } from '../storage/database/lacksSchema';
import type { AccessClaims } from './accessToken';

/**
 * Milliseconds for which a person's row is trusted after it was asked for. Every process reads it again by then, told or
 * not, so a right taken away on one node, or in the database itself, is gone on all of them within this time. Measured,
 * the statement was a quarter of what a search cost on our side.
 */
const trustedMs = 500;

/**
 * Reads who somebody is now, without a token: for work that was asked for some time ago. Whoever asked was let in then; a second
 * factor is about signing in, not about what was asked.
 */
export async function admitAgain(
  people: Pick<PeopleRepository, 'findById'>,
  employeeId: number,
  transaction?: Transaction,
): Promise<Actor> {
  const person = await people.findById(employeeId, transaction);
  if (!person?.active) throw new AppError('unauthenticated');
  return actorOf(person);
}

/** Who an access token's claims stand for now, and whether a second factor is demanded first. */
export interface Admission {
  /**
   * @throws AppError `unauthenticated` when the person is gone or deactivated, or the sign-in is ended; `second_factor_demanded`
   * when the person has to set one up first.
   */
  admit(claims: AccessClaims): Promise<Actor>;
  /** The same, but somebody who owes a second factor is let in, without any right. @throws AppError `unauthenticated` */
  identify(claims: AccessClaims): Promise<Actor>;
  /**
   * Whom a key acts for. Whoever could sign in here by the password alone must not by a key; somebody without a password signs in
   * with the company, which has factors of its own. null: nobody who may come in.
   */
  identifyOwner(employeeId: number): Promise<Actor | null>;
  /** Of many claims those that still stand, with the person of each as known now, in two or three statements. */
  standing(claims: AccessClaims[]): Promise<Map<AccessClaims, Actor>>;
  /** Whether people of a role must have a second factor when they sign in by their password. */
  demandsFactorOf(role: Role): boolean;
  /** Reads the person anew at the next call: for whoever has just changed one here. */
  forget(employeeId: number): void;
}

/** A person with the sign-ins that stand, and those among them that owe a second factor. */
interface Known {
  person: SignedInRecord;
  owing: ReadonlySet<string>;
}

interface Reading {
  askedAt: number;
  known: Promise<Known | null>;
}

/**
 * Admits people by their row, read at most once in `trustedMs`; calls at the same time share one statement. Only a yes is
 * ever given from memory: before a no the row is read, so that a new sign-in, or a second factor, counts on every node at once.
 * @param factorRoles roles of which a second factor is demanded
 */
export function createAdmission(
  { people, sessions, secondFactors }: Pick<Repositories, 'people' | 'sessions' | 'secondFactors'>,
  factorRoles: readonly Role[] = [],
): Admission {
  /** By person, the oldest reading first. */
  const readings = new Map<number, Reading>();

  return {
    async admit(claims) {
      const actor = await identify(claims);
      demandFactor(actor);
      return actor;
    },
    identify,
    async identifyOwner(employeeId) {
      const person = await people.findById(employeeId);
      if (!person?.active) return null;
      if (person.passwordHash === null || !demandsFactorOf(person.role)) return actorOf(person);
      const factor = await secondFactors.find(employeeId);
      return factor?.confirmedAt ? actorOf(person) : owing(actorOf(person));
    },
    async standing(claims) {
      const active = await people.active(claims.map(({ employeeId }) => employeeId));
      const signedIn = await sessions.standing(claims.map(({ sessionId }) => sessionId));
      const standing = claims.flatMap((each) => {
        const person = active.get(each.employeeId);
        const stands = person?.tokenVersion === each.tokenVersion && signedIn.has(each.sessionId);
        return stands ? [{ each, person }] : [];
      });
      const asked = standing.filter(({ person }) => demandsFactorOf(person.role));
      const owed = await owingOf(asked.map(({ each }) => each.sessionId));
      return new Map(
        standing.map(({ each, person }) => {
          const actor = actorOf(person);
          return [each, owed.has(each.sessionId) ? owing(actor) : actor];
        }),
      );
    },
    demandsFactorOf,
    forget(employeeId) {
      readings.delete(employeeId);
    },
  };

  async function identify(claims: AccessClaims): Promise<Actor> {
    const known = trusted(claims.employeeId);
    const remembered = known && whoIs(await known, claims);
    if (remembered && !remembered.owesSecondFactor) return remembered;
    const actor = whoIs(await read(claims.employeeId), claims);
    if (!actor) throw new AppError('unauthenticated');
    return actor;
  }

  function demandsFactorOf(role: Role): boolean {
    return factorRoles.includes(role);
  }

  function trusted(employeeId: number): Reading['known'] | undefined {
    dropOldReadings();
    return readings.get(employeeId)?.known;
  }

  /** Its age counts from before the statement: what the row loses after that moment is read in time. */
  function read(employeeId: number): Reading['known'] {
    const reading = { askedAt: performance.now(), known: readRow(employeeId) };
    readings.delete(employeeId);
    readings.set(employeeId, reading);
    reading.known.catch(() => {
      if (readings.get(employeeId) === reading) readings.delete(employeeId);
    });
    return reading.known;
  }

  async function readRow(employeeId: number): Promise<Known | null> {
    const person = await people.findSignedIn(employeeId);
    return person && { person, owing: await owingOf(demandsFactorOf(person.role) ? person.sessionIds : []) };
  }

  /** Of these sign-ins of people whose role demands it, those without a second factor. */
  async function owingOf(sessionIds: string[]): Promise<ReadonlySet<string>> {
    if (sessionIds.length === 0) return new Set();
    try {
      return await secondFactors.lackedBy(sessionIds);
    } catch (error) {
      // Nobody can set one up before the tables for it are there, and an admin has to get in to migrate.
      if (lacksSchema(error)) return new Set();
      throw error;
    }
  }

  function dropOldReadings(): void {
    const oldest = performance.now() - trustedMs;
    for (const [employeeId, { askedAt }] of readings) {
      if (askedAt > oldest) return;
      readings.delete(employeeId);
    }
  }
}

/** @throws AppError `second_factor_demanded` */
export function demandFactor(actor: Actor): void {
  if (actor.owesSecondFactor) throw new AppError('second_factor_demanded');
}

function whoIs(known: Known | null, { tokenVersion, sessionId }: AccessClaims): Actor | null {
  if (!known) return null;
  const { person } = known;
  const stands =
    person.active && person.tokenVersion === tokenVersion && person.sessionIds.includes(sessionId);
  if (!stands) return null;
  return known.owing.has(sessionId) ? owing(actorOf(person)) : actorOf(person);
}

/** Without rights, so that nothing is sent to an open connection either. */
function owing(actor: Actor): Actor {
  return { ...actor, permissions: new Set(), owesSecondFactor: true };
}

/** A person as policies know one. */
export function actorOf(person: ActiveRecord): Actor {
  const { id, employeeNo, name, email, role, team, extraPermissions } = person;
  return { id, employeeNo, name, email, role, team, permissions: permissionsOf(role, extraPermissions) };
}
