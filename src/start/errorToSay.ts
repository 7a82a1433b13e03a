import { BackupError } from '../backup/manifest';
import { SettingsError } from '../env';
import { AppError, errorText } from '../errors';
import { MigrationChanged, SchemaTooNew } from '../storage/database/migrations';
import { StartError } from './startError';

/** Errors whose message is one line that says what to do. */
const plain = [SettingsError, StartError, BackupError, MigrationChanged, SchemaTooNew];

/**
 * What a command ends with: the line alone where whoever ran it can act on it, else the error with the place in the program that it
 * comes from.
 */
export function errorToSay(error: unknown): unknown {
  if (error instanceof AppError) return errorText(error.code, 'en');
  return plain.some((kind) => error instanceof kind) ? (error as Error).message : error;
}
