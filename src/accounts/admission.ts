import type { Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { permissionsOf } from '../policies/permissions';
import type { ActiveRecord, PeopleRepository, SignedInRecord } from '../repositories/people';
import type { AccessClaims } from './accessToken';

/**
 * Milliseconds for which a person's row is trusted after it was asked for. Every process reads it again by then, told or
 * not, so a right taken away on one node, or in the database itself, is gone on all of them within this time. Measured,
 * the statement was a quarter of what a search cost on our side.
 */
const trustedMs = 500;

/** Reads who somebody is now, without a token: for work that was asked for some time ago. */
export async function admitAgain(
  people: Pick<PeopleRepository, 'findById'>,
  employeeId: number,
  transaction?: Transaction,
): Promise<Actor> {
  const person = await people.findById(employeeId, transaction);
  if (!person?.active) throw new AppError('unauthenticated');
  return actorOf(person);
}

/** Who an access token's claims stand for now. */
export interface Admission {
  /** @throws AppError `unauthenticated` when the person is gone or deactivated, or the sign-in is ended. */
  admit(claims: AccessClaims): Promise<Actor>;
  /** Reads the person anew at the next call: for whoever has just changed one here. */
  forget(employeeId: number): void;
}

interface Reading {
  askedAt: number;
  person: Promise<SignedInRecord | null>;
}

/**
 * Admits people by their row, read at most once in `trustedMs`; calls at the same time share one statement. Only a yes is
 * ever given from memory: before a no the row is read, so that a new sign-in counts on every node at once.
 */
export function createAdmission(people: Pick<PeopleRepository, 'findSignedIn'>): Admission {
  /** By person, the oldest reading first. */
  const readings = new Map<number, Reading>();

  return {
    async admit(claims) {
      const known = trusted(claims.employeeId);
      const remembered = known && whoIs(await known, claims);
      const actor = remembered ?? whoIs(await read(claims.employeeId), claims);
      if (!actor) throw new AppError('unauthenticated');
      return actor;
    },
    forget(employeeId) {
      readings.delete(employeeId);
    },
  };

  function trusted(employeeId: number): Reading['person'] | undefined {
    dropOldReadings();
    return readings.get(employeeId)?.person;
  }

  /** Its age counts from before the statement: what the row loses after that moment is read in time. */
  function read(employeeId: number): Reading['person'] {
    const reading = { askedAt: performance.now(), person: people.findSignedIn(employeeId) };
    readings.delete(employeeId);
    readings.set(employeeId, reading);
    reading.person.catch(() => {
      if (readings.get(employeeId) === reading) readings.delete(employeeId);
    });
    return reading.person;
  }

  function dropOldReadings(): void {
    const oldest = performance.now() - trustedMs;
    for (const [employeeId, { askedAt }] of readings) {
      if (askedAt > oldest) return;
      readings.delete(employeeId);
    }
  }
}

function whoIs(person: SignedInRecord | null, { tokenVersion, sessionId }: AccessClaims): Actor | null {
  const stands =
    person?.active && person.tokenVersion === tokenVersion && person.sessionIds.includes(sessionId);
  return stands ? actorOf(person) : null;
}

/** A person as policies know one. */
export function actorOf(person: ActiveRecord): Actor {
  const { id, employeeNo, name, email, role, team, extraPermissions } = person;
  return { id, employeeNo, name, email, role, team, permissions: permissionsOf(role, extraPermissions) };
}
