import type { Transaction } from 'sequelize';
import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { Repositories } from '../../repositories/repositories';
import type { NewSecondFactorDto, RecoveryCodesDto, SecondFactorDto } from '../../shared/signIn';
import { lacksSchema } from '../../storage/database/lacksSchema';
import type { Database } from '../../storage/database/database';
import type { Admission } from '../admission';
import { demandPassword, stillOwner } from '../demandPassword';
import type { TryLimit } from '../limitTries';
import type { Seal } from '../seal';
import { codeUri, newCodeSecret, stepOfCode } from './oneTimeCodes';
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes';

/** A code that people sign in with besides their password: set up, asked for, taken away. */
export function createSecondFactor(dependencies: {
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  admission: Admission;
  tries: TryLimit;
  seal: Seal;
}) {
  const { database, repositories, audit, admission, tries, seal } = dependencies;
  const { people, sessions, secondFactors } = repositories;

  return {
    /** Whether somebody has to show one; null: nobody has to before the tables for it are there. */
    async isOn(employeeId: number, transaction?: Transaction): Promise<boolean | null> {
      try {
        return (await secondFactors.find(employeeId, transaction))?.confirmedAt != null;
      } catch (error) {
        if (lacksSchema(error)) return null;
        throw error;
      }
    },

    /**
     * Takes a code, one of the app's or one to recover with: it counts once.
     * @returns whether it is right. @throws AppError `second_factor_unreadable`
     */
    use,

    async describe(owner: Actor): Promise<SecondFactorDto> {
      const factor = await secondFactors.find(owner.id);
      const since = factor?.confirmedAt ?? null;
      return {
        on: since !== null,
        demanded: admission.demandsFactorOf(owner.role),
        since: since?.toISOString() ?? null,
        recoveryCodesLeft: since ? await secondFactors.countRecoveryCodes(owner.id) : 0,
      };
    },

    /** Makes one that is in force once `confirm` has seen a code. @throws AppError `wrong_password`, `too_many_tries`, `second_factor_is_on` */
    async begin(owner: Actor, currentPassword: string): Promise<NewSecondFactorDto> {
      const shown = await tries.within(owner.email, () => demandPassword(people, owner.id, currentPassword));
      const secret = newCodeSecret();
      await database.sequelize.transaction(async (transaction) => {
        await stillOwner(people, shown, transaction);
        const factor = await secondFactors.lock(owner.id, transaction);
        if (factor?.confirmedAt) throw new AppError('second_factor_is_on');
        await secondFactors.begin(owner.id, seal.close(secret, contextOf(owner.id)), transaction);
        await audit.record({ name: 'auth.second-factor-begin', employeeId: owner.id }, transaction);
      });
      return { secret, uri: codeUri(secret, owner.email) };
    },

    /**
     * Puts it in force. Whoever else is signed in has not shown it: the other sign-ins end.
     * @throws AppError `wrong_code`, `second_factor_is_on`, `second_factor_unreadable`, `not_found` when none was begun
     */
    async confirm(owner: Actor, currentId: string, code: string): Promise<RecoveryCodesDto> {
      const recoveryCodes = newRecoveryCodes();
      await database.sequelize.transaction(async (transaction) => {
        // A sign-in that is under way without a code is over by then, and ends with the others, or waits and asks for one.
        await people.lock(owner.id, transaction);
        const factor = await secondFactors.lock(owner.id, transaction);
        if (!factor) throw new AppError('not_found');
        if (factor.confirmedAt) throw new AppError('second_factor_is_on');
        const lastStep = stepOfCode(openSecret(owner.id, factor.sealedSecret), code, new Date());
        if (lastStep === null) throw new AppError('wrong_code');
        await secondFactors.noteUse(owner.id, { lastStep, confirmedAt: new Date() }, transaction);
        await secondFactors.replaceRecoveryCodes(owner.id, recoveryCodes.map(recoveryCodeHash), transaction);
        const sessionsEnded = await sessions.removeOthers(owner.id, currentId, transaction);
        const event = { name: 'auth.second-factor-on', employeeId: owner.id, output: { sessionsEnded } };
        await audit.record(event, transaction);
      });
      admission.forget(owner.id);
      return { recoveryCodes };
    },

    /** New codes to recover with; those of before are void. @throws AppError `wrong_password`, `wrong_code`, `too_many_tries`, `second_factor_unreadable` */
    async renewRecoveryCodes(
      owner: Actor,
      proof: { currentPassword: string; code: string },
    ): Promise<RecoveryCodesDto> {
      const recoveryCodes = newRecoveryCodes();
      await proven(owner, proof, 'auth.recovery-codes-renew', (transaction) =>
        secondFactors.replaceRecoveryCodes(owner.id, recoveryCodes.map(recoveryCodeHash), transaction),
      );
      return { recoveryCodes };
    },

    /** Takes it away. @throws AppError `second_factor_stays`, `wrong_password`, `wrong_code`, `too_many_tries`, `second_factor_unreadable` */
    async remove(owner: Actor, proof: { currentPassword: string; code: string }): Promise<void> {
      if (admission.demandsFactorOf(owner.role)) throw new AppError('second_factor_stays');
      await proven(owner, proof, 'auth.second-factor-off', async (transaction) => {
        await secondFactors.remove(owner.id, transaction);
      });
    },

    /** For somebody who has lost it: an admin takes it away, and with it every sign-in. @throws AppError `not_found` */
    async reset(employeeId: number, by: Actor): Promise<void> {
      await database.sequelize.transaction(async (transaction) => {
        await people.lock(employeeId, transaction);
        if (!(await secondFactors.remove(employeeId, transaction))) throw new AppError('not_found');
        await people.update(employeeId, { endSessions: true }, transaction);
        await sessions.removeOfEmployee(employeeId, transaction);
        const event = { name: 'employee.second-factor-reset', employeeId: by.id, input: { id: employeeId } };
        await audit.record(event, transaction);
      });
      admission.forget(employeeId);
    },
  };

  async function use(employeeId: number, code: string, transaction: Transaction): Promise<boolean> {
    const factor = await secondFactors.lock(employeeId, transaction);
    if (!factor?.confirmedAt) return false;
    const typed = code.replace(/[\s-]/g, '');
    if (!/^\d{6}$/.test(typed))
      return secondFactors.useRecoveryCode(employeeId, recoveryCodeHash(typed), transaction);
    const step = stepOfCode(openSecret(employeeId, factor.sealedSecret), typed, new Date());
    if (step === null || step <= factor.lastStep) return false;
    await secondFactors.noteUse(employeeId, { lastStep: step }, transaction);
    return true;
  }

  /** Does what only the owner may, who shows both the password and a code. */
  async function proven(
    owner: Actor,
    { currentPassword, code }: { currentPassword: string; code: string },
    event: string,
    work: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    await tries.within(owner.email, async () => {
      const shown = await demandPassword(people, owner.id, currentPassword);
      await database.sequelize.transaction(async (transaction) => {
        await stillOwner(people, shown, transaction);
        if (!(await use(owner.id, code, transaction))) throw new AppError('wrong_code');
        await work(transaction);
        await audit.record({ name: event, employeeId: owner.id }, transaction);
      });
    });
  }

  /** @throws AppError `second_factor_unreadable` when the secret of the installation is not the one it was sealed with */
  function openSecret(employeeId: number, sealed: string): string {
    const secret = seal.open(sealed, contextOf(employeeId));
    if (secret === null) throw new AppError('second_factor_unreadable');
    return secret;
  }
}

export type SecondFactor = ReturnType<typeof createSecondFactor>;

/** A sealed secret opens for its owner only, whatever row it is copied to. */
const contextOf = (employeeId: number) => `employee ${employeeId}`;
