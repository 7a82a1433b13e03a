import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './skipLink.module.css';

/** Where the skip link leads: the part of a page that is its own. */
export const contentId = 'content';

/** The first stop of the Tab key: past the navigation, to what the page is for. Shown while it has the focus. */
export function SkipLink() {
  const { t } = useTranslation();
  function skip(event: MouseEvent) {
    // The address stays as it is: it is the reader's place in the product, not in the page.
    event.preventDefault();
    document.getElementById(contentId)?.focus();
  }
  return (
    <a href={`#${contentId}`} className={classes.link} onClick={skip} data-testid="skip-link">
      {t('skipToContent')}
    </a>
  );
}
