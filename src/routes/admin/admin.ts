import type { Request } from 'express';
import { z } from 'zod';
import type { Accounts } from '../../accounts/accounts';
import type { SetUp } from '../../accounts/setUp';
import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import { bearerToken } from '../../middlewares/bearerToken';
import { demand } from '../../policies/permissions';
import { initAdminSchema, employeeDtoSchema } from '../../shared/people';
import {
  type MigrationRunDto,
  type MigrationsDto,
  migrationsDtoSchema,
  migrationRunDtoSchema,
} from '../../shared/system';
import { MigrationChanged, MigrationFailed } from '../../storage/database/migrations';
import type { Migrator } from '../../storage/database/migrator';
import { parseInput } from '../parseInput';
import { route, type Route } from '../route';

const migrateQuery = z.strictObject({ dryRun: z.enum(['0', '1']).default('0') });

interface Dependencies {
  accounts: Accounts;
  setUp: SetUp;
  migrator: Migrator;
  audit: AuditLog;
}

/** Setting up the installation and migrating its database. */
export function adminRoutes({ accounts, setUp, migrator, audit }: Dependencies): Route[] {
  /**
   * Before the tables exist there can be no admin: then the set-up token is asked for. Once there is an admin, only an
   * admin may migrate.
   */
  const authorise = async (request: Request): Promise<number | null> => {
    const token = bearerToken(request);
    if (token === null) throw new AppError('unauthenticated');
    if (!(await migrator.hasPeople()) || !(await setUp.isDone())) {
      setUp.checkToken(token);
      return null;
    }
    const actor = await accounts.authenticate(token);
    demand(actor, 'migrations.run');
    return actor.id;
  };

  return [
    route({
      method: 'post',
      path: '/init-admin',
      summary: 'Create the first admin, once ever, with the set-up token.',
      who: 'everyone',
      record: 'setup.first-admin',
      status: 201,
      answer: employeeDtoSchema,
      credentials: ['setUpToken'],
      problems: ['validation_failed', 'password_guessable', 'wrong_setup_token', 'already_set_up'],
      handle: async ({ request }) => {
        const token = bearerToken(request);
        if (await setUp.isDone()) throw new AppError('already_set_up');
        setUp.checkToken(token);
        // Read after the token was checked: a stranger learns nothing of the form.
        return setUp.createFirstAdmin(parseInput(initAdminSchema, request.body));
      },
    }),
    route({
      method: 'get',
      path: '/admin/migrations',
      summary: 'Applied and pending migrations.',
      who: 'everyone',
      record: 'migrations.list',
      beforeMigration: true,
      answer: migrationsDtoSchema,
      credentials: ['accessToken', 'setUpToken'],
      problems: ['wrong_setup_token', 'second_factor_demanded', 'forbidden'],
      handle: async ({ request }): Promise<MigrationsDto> => {
        const employeeId = await authorise(request);
        // By the holder of the set-up token, of whom there is no more to say, before the tables are there: counted as a call.
        if (employeeId !== null) await audit.record({ name: 'migrations.list', employeeId });
        const { applied, pending, changed, newer } = await migrator.state();
        const history = applied.map(({ name, appliedAt }) => ({
          name,
          appliedAt: appliedAt?.toISOString() ?? null,
        }));
        return { applied: applied.map(({ name }) => name), pending, history, changed, newer };
      },
    }),
    route({
      method: 'post',
      path: '/admin/migrate',
      summary: 'Run pending migrations; with `dryRun=1` only name them and show their SQL.',
      who: 'everyone',
      record: 'migrations.run',
      beforeMigration: true,
      query: migrateQuery,
      answer: migrationRunDtoSchema,
      credentials: ['accessToken', 'setUpToken'],
      problems: [
        'wrong_setup_token',
        'second_factor_demanded',
        'forbidden',
        'migration_running',
        'migration_changed',
        'migration_failed',
      ],
      handle: async ({ request, query }): Promise<MigrationRunDto> => {
        const employeeId = await authorise(request);
        if (query.dryRun === '1') {
          if (employeeId !== null) await audit.record({ name: 'migrations.list', employeeId });
          const planned = await migrator.plan();
          return { applied: [], pending: planned.map(({ name }) => name), sql: planned };
        }
        return { applied: await migrator.migrate('refuse', employeeId).catch(inWords) };
      },
    }),
  ];
}

/** Names the migration that nothing can be done with. */
function inWords(error: unknown): never {
  const code =
    error instanceof MigrationChanged
      ? 'migration_changed'
      : error instanceof MigrationFailed
        ? 'migration_failed'
        : null;
  if (!code) throw error;
  const { migration } = error as MigrationChanged | MigrationFailed;
  throw new AppError(code, { cause: error, errors: [{ path: 'migration', message: migration }] });
}
