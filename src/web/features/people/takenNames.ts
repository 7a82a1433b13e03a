import i18next from 'i18next';
import type { ReactNode } from 'react';
import { inLanguage } from '../../lib/inLanguage';
import { ApiError } from '../../lib/apiError';

/** What to say beside a field whose value somebody else has: texts by field; empty for every other error. */
export function takenNames(error: unknown): Partial<Record<'email' | 'employeeNo', ReactNode>> {
  if (!(error instanceof ApiError) || error.code !== 'already_exists') return {};
  const names = (['email', 'employeeNo'] as const).filter((name) =>
    error.fields.some(({ path }) => path === name),
  );
  return Object.fromEntries(names.map((name) => [name, inLanguage(() => i18next.t(`people:taken.${name}`))]));
}
