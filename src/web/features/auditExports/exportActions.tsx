import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditExportDto } from '../../../shared/auditExports';
import { errorText } from '../../lib/apiError';
import { cancelExport, downloadExport, exportsKey } from './auditExportsApi';

/** Fetching the file, or ending what makes it: both for the person who asked for it. */
export function ExportActions({ record }: { record: AuditExportDto }) {
  const { t } = useTranslation('auditExports');
  const queryClient = useQueryClient();
  const readAgain = () => queryClient.invalidateQueries({ queryKey: exportsKey });
  const download = useMutation({ mutationFn: () => downloadExport(record), onError: readAgain });
  const cancel = useMutation({ mutationFn: () => cancelExport(record.id), onSettled: readAgain });
  const error = download.error ?? cancel.error;
  if (!record.own) return null;
  return (
    <>
      {record.status === 'done' && (
        <Button
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
          data-testid="download-export"
        >
          {t('download')}
        </Button>
      )}
      {(record.status === 'queued' || record.status === 'running') && (
        <Button
          size="xs"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
          data-testid="cancel-export"
        >
          {t('cancelExport')}
        </Button>
      )}
      {error && (
        <Text size="xs" role="alert" c="var(--mantine-color-error)">
          {errorText(error)}
        </Text>
      )}
    </>
  );
}
