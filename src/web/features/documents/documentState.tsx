import { Badge, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentDto, DocumentStatus } from '../../../shared/documents';
import { koreanDay } from '../../../shared/koreanTime';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { documentMarks } from './documentMarks';
import classes from './documentState.module.css';

const colors: Record<DocumentStatus, string> = {
  queued: 'gray',
  processing: 'naru',
  indexed: 'teal',
  failed: 'red',
  deleting: 'gray',
};

/** How far a document has come, what it waits for, why it failed, why it is not cited. */
export function DocumentState({ document }: { document: DocumentDto }) {
  const { t } = useTranslation('documents');
  const { status, progress } = document;
  const marks = documentMarks(document, koreanDay(new Date()));
  // Being indexed and being cited are two things.
  const uncited = status === 'indexed' && marks.length > 0;
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Badge variant="dot" color={uncited ? 'gray' : colors[status]}>
          {t(uncited ? 'mark.readOnly' : `status.${status}`)}
        </Badge>
        {marks.map((mark) => (
          <Badge key={mark} className={classes.mark} data-testid={mark}>
            {t(`mark.${mark}`)}
          </Badge>
        ))}
      </Group>
      {status === 'processing' && (
        <Progress value={progress} size="sm" aria-label={t('progressOf', { title: document.title })} />
      )}
      <Remarks document={document} />
    </Stack>
  );
}

function Remarks({ document }: { document: DocumentDto }) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const { status, reason, waitingFor, attempts, pagesWithoutText } = document;
  return (
    <>
      {status === 'failed' && reason && (
        <Text size="xs" c="var(--mantine-color-error)">
          {reason}
        </Text>
      )}
      {status === 'queued' && waitingFor && (
        <Text size="xs" data-testid="waiting-for">
          {waitingFor.message} {t('nextTry', { time: formatTime(waitingFor.nextTryAt, language) })}
        </Text>
      )}
      {status !== 'indexed' && attempts > 1 && (
        <Text size="xs" c="dimmed">
          {t('attempts', { count: attempts })}
        </Text>
      )}
      {status === 'indexed' && pagesWithoutText.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('pagesWithoutText', { pages: pagesWithoutText.join(', ') })}
        </Text>
      )}
    </>
  );
}
