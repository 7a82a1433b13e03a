import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * A text that is kept, as a form keeps what is wrong with its fields, and follows the language all the same. @param say reads it from
 * `i18next` itself: the `t` of a component stays with the language of its moment.
 */
export function inLanguage(say: () => string): ReactNode {
  return <InLanguage say={say} />;
}

function InLanguage({ say }: { say: () => string }) {
  useTranslation();
  return say();
}
