import i18next from 'i18next';
import { ApiError } from '../../lib/apiError';

/** What to say beside a field whose value somebody else has: texts by field; empty for every other error. */
export function takenNames(error: unknown): Partial<Record<'email' | 'employeeNo', string>> {
  if (!(error instanceof ApiError) || error.code !== 'already_exists') return {};
  const names = (['email', 'employeeNo'] as const).filter((name) =>
    error.fields.some(({ path }) => path === name),
  );
  return Object.fromEntries(names.map((name) => [name, i18next.t(`people:taken.${name}`)]));
}
