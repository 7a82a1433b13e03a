import { Alert, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/chat';
import type { ChunkDto } from '../../../shared/documents';
import { locateQuote } from './locateQuote';
import classes from './passage.module.css';

/** The passage as text, with its quote marked. */
export function PassageText({ citation, chunk }: { citation: Citation; chunk?: ChunkDto }) {
  const { t } = useTranslation('documents');
  const marked = chunk && locateQuote(chunk, citation);
  return (
    <>
      {!marked && <Alert color="yellow">{t('passage.moved')}</Alert>}
      <Paper withBorder p="md" className={classes.passage}>
        {marked?.before}
        <mark className={classes.quote} data-testid="passage-quote">
          {citation.quote}
        </mark>
        {marked?.after}
      </Paper>
    </>
  );
}
