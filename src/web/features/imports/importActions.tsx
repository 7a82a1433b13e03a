import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDto } from '../../../shared/imports';
import { ConfirmDialog } from '../../components/confirmDialog';
import { ErrorNotice } from '../../components/errorNotice';
import { actOnImport, type ImportAction, importsKey } from './importsApi';

/** Running again, taking back, ending: as far as the state of the import allows it. */
export function ImportActions({ batch }: { batch: ImportDto }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const action = useMutation({
    mutationFn: (name: ImportAction) => actOnImport(batch.id, name),
    onSettled: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: importsKey });
    },
  });
  const { status, dryRun } = batch;
  const mayRerun = !dryRun && (status === 'completed_with_rejects' || status === 'failed');
  const mayUndo = !dryRun && (status === 'completed' || status === 'completed_with_rejects');
  const mayCancel = status === 'queued' || status === 'running';
  return (
    <>
      {dryRun && !mayCancel && <Text size="sm">{t('dryRunHelp')}</Text>}
      <Group>
        {mayRerun && (
          <Button size="xs" loading={action.isPending} onClick={() => action.mutate('rerun')}>
            {t('rerun')}
          </Button>
        )}
        {mayUndo && (
          <Button size="xs" color="red" variant="light" onClick={() => setAsking(true)}>
            {t('undo')}
          </Button>
        )}
        {mayCancel && (
          <Button
            size="xs"
            variant="default"
            loading={action.isPending}
            onClick={() => action.mutate('cancel')}
          >
            {t('cancelImport')}
          </Button>
        )}
      </Group>
      {action.error && <ErrorNotice error={action.error} />}
      <ConfirmDialog
        opened={asking}
        title={t('undoTitle')}
        text={t('undoText', { name: batch.fileName })}
        confirmLabel={t('undo')}
        busy={action.isPending}
        onConfirm={() => action.mutate('undo')}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
