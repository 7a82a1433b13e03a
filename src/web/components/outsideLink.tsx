import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOfLink } from '../lib/placeOfLink';
import classes from './outsideLink.module.css';

interface OutsideLinkProps {
  /** As it stands in a text that is not trusted. */
  address: string | undefined;
  children: ReactNode;
}

/**
 * A link in words of a model or of a document. Beside the words, which may say anything, stands the host it leads to; it opens in a tab
 * of its own that knows nothing of this page. What plainly leads neither to a page nor to a mailbox is no link.
 */
export function OutsideLink({ address, children }: OutsideLinkProps) {
  const { t } = useTranslation();
  const place = placeOfLink(address);
  if (!place) return <span>{children}</span>;
  return (
    <a href={place.address} title={place.address} target="_blank" rel="noopener noreferrer nofollow">
      {/* Marks that turn the direction of writing end with the words they stand in. */}
      <bdi>{children}</bdi>
      <span className={classes.place} data-testid="link-place">
        {!isAddress(children, place.address) && ` (${place.name})`}
        <IconExternalLink className={classes.icon} size="1em" aria-label={t('opensInNewTab')} />
      </span>
    </a>
  );
}

/** Whether the words are the address itself, letter by letter. */
function isAddress(words: ReactNode, address: string): boolean {
  return typeof words === 'string' && [words, `${words}/`, `mailto:${words}`].includes(address);
}
