import { Alert, Drawer, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportDto } from '../../../shared/imports';
import { ErrorNotice } from '../../components/errorNotice';
import { PageFallback } from '../../components/pageFallback';
import { formatCount } from '../../lib/format';
import { ImportActions } from './importActions';
import { ImportState } from './importState';
import { importsKey, readImport } from './importsApi';
import { RejectList } from './rejectList';

interface ImportDrawerProps {
  importId: string | null;
  onClose: () => void;
}

/** The report of an import, with its rejected rows and what can be done with it. */
export function ImportDrawer({ importId, onClose }: ImportDrawerProps) {
  const { t } = useTranslation(['imports', 'common']);
  return (
    <Drawer
      opened={importId !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={t('reportTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {importId !== null && <ImportReport importId={importId} />}
    </Drawer>
  );
}

function ImportReport({ importId }: { importId: string }) {
  const report = useQuery({
    queryKey: [...importsKey, 'one', importId],
    queryFn: () => readImport(importId),
  });
  if (report.isPending) return <PageFallback />;
  if (report.error) return <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />;
  const batch = report.data;
  return (
    <Stack data-testid="import-report" data-status={batch.status}>
      <Text fw={500}>{batch.fileName}</Text>
      <ImportState batch={batch} />
      <ReportCounts batch={batch} />
      <ImportActions batch={batch} />
      <FileErrors batch={batch} />
      {batch.rejected > 0 && <RejectList batch={batch} />}
    </Stack>
  );
}

const counts = ['rows', 'loaded', 'inserted', 'updated', 'unchanged', 'rejected'] as const;

function ReportCounts({ batch }: { batch: ImportDto }) {
  const { t } = useTranslation(['imports', 'common']);
  return (
    <>
      <Table withTableBorder aria-label={t('reportTitle')}>
        <Table.Tbody>
          {counts.map((name) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{t(`count.${name}`)}</Table.Th>
              <Table.Td ta="right">{formatCount(batch[name])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {batch.ignoredColumns.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('ignoredColumns', { columns: batch.ignoredColumns.join(', ') })}
        </Text>
      )}
    </>
  );
}

/** What is wrong with the file as a whole; rejected rows stand in their own list. */
function FileErrors({ batch: { status, errors } }: { batch: ImportDto }) {
  const { t } = useTranslation(['imports', 'common']);
  if (status !== 'failed' || errors.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {errors.map(({ row, column, message }, at) => (
        <Text key={at} size="sm">
          {[row === null ? '' : t('rowNumber', { row }), column ?? '', message].filter(Boolean).join(' · ')}
        </Text>
      ))}
    </Alert>
  );
}
