import { Badge, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentDto, DocumentStatus } from '../../../shared/documents';

const colors: Record<DocumentStatus, string> = {
  queued: 'gray',
  processing: 'naru',
  indexed: 'teal',
  failed: 'red',
  deleting: 'gray',
};

/** How far a document has come; why it failed. */
export function DocumentState({ document }: { document: DocumentDto }) {
  const { t } = useTranslation('documents');
  const { status, progress, reason } = document;
  return (
    <Stack gap={4}>
      <Badge variant="dot" color={colors[status]}>
        {t(`status.${status}`)}
      </Badge>
      {(status === 'processing' || status === 'queued') && (
        <Progress value={progress} size="sm" aria-label={t('progressOf', { title: document.title })} />
      )}
      {status === 'failed' && reason && (
        <Text size="xs" c="var(--mantine-color-error)">
          {reason}
        </Text>
      )}
    </Stack>
  );
}
