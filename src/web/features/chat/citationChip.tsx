import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import classes from './citations.module.css';

interface CitationChipProps {
  citation: Citation;
  onOpen: (citation: Citation) => void;
}

/** The number of a source inside the text; opens its passage. */
export function CitationChip({ citation, onOpen }: CitationChipProps) {
  const { t } = useTranslation('chat');
  return (
    <UnstyledButton
      className={classes.chip}
      aria-label={t('openCitation', { number: citation.number, title: citation.title })}
      onClick={() => onOpen(citation)}
      data-testid="citation-chip"
    >
      {citation.number}
    </UnstyledButton>
  );
}
