import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import classes from './citations.module.css';

interface CitationListProps {
  citations: Citation[];
  onOpenCitation: (citation: Citation) => void;
}

/** The sources of an answer; each opens its passage. */
export function CitationList({ citations, onOpenCitation }: CitationListProps) {
  const { t } = useTranslation('chat');
  if (citations.length === 0) return null;
  return (
    <div>
      <Text size="xs" fw={600} c="dimmed" mb={4}>
        {t('sources')}
      </Text>
      <ol className={classes.list} aria-label={t('sources')}>
        {citations.map((citation) => (
          <li key={citation.number}>
            <UnstyledButton className={classes.source} onClick={() => onOpenCitation(citation)}>
              <span className={classes.number} aria-hidden>
                {citation.number}
              </span>
              <span className={classes.title}>{citation.title}</span>
              {citation.page !== null && (
                <span className={classes.page}>{t('page', { page: citation.page })}</span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
