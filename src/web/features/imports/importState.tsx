import { Badge, Group, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportDto, ImportStatus } from '../../../shared/imports';

const colors: Record<ImportStatus, string> = {
  queued: 'gray',
  running: 'naru',
  completed: 'teal',
  completed_with_rejects: 'yellow',
  failed: 'red',
  undone: 'gray',
};

/** How far an import is, or how it ended. */
export function ImportState({ batch }: { batch: ImportDto }) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Group gap={4}>
        <Badge variant="dot" color={colors[batch.status]}>
          {t(`status.${batch.status}`)}
        </Badge>
        {batch.dryRun && <Badge variant="default">{t('dryRunMark')}</Badge>}
      </Group>
      {batch.status === 'running' && (
        <Progress
          mt={4}
          value={batch.progress}
          size="sm"
          aria-label={t('progressOf', { name: batch.fileName })}
        />
      )}
    </>
  );
}
