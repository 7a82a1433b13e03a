import i18next from 'i18next';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { inLanguage } from './inLanguage';

type Issue = z.core.$ZodIssue;

/**
 * A form's validation by a schema of the shared contract, in the reader's language, also when it changes. Empty fields count as not given.
 * @returns what `useForm` takes as `validate`: texts by field path.
 */
export function validateWith(schema: z.ZodType) {
  return (values: Record<string, unknown>): Record<string, ReactNode> => {
    const result = schema.safeParse(withoutEmpty(values));
    if (result.success) return {};
    return Object.fromEntries(
      result.error.issues.map((issue) => [issue.path.join('.'), inLanguage(() => issueText(issue))]),
    );
  };
}

/** Form values as the API takes them: fields left empty are not sent. */
export function withoutEmpty<Values extends object>(values: Values): Partial<Values> {
  const given = Object.entries(values).filter(([, value]) => value !== '' && value !== null);
  return Object.fromEntries(given) as Partial<Values>;
}

function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return i18next.t('validation:tooShort', { minimum: Number(issue.minimum) });
    case 'too_big':
      return i18next.t('validation:tooLong', { maximum: Number(issue.maximum) });
    case 'invalid_format':
      return i18next.t(issue.format === 'email' ? 'validation:email' : 'validation:format');
    case 'invalid_type':
      return i18next.t('validation:required');
    case 'custom':
      return i18next.t(issue.path.at(-1) === 'validTo' ? 'validation:periodOrder' : 'validation:format');
    default:
      return i18next.t('validation:format');
  }
}
