import { Alert, Badge, Button, Modal, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChecklist, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReconcileReport } from '../../../shared/documents';
import { errorText } from '../../lib/apiError';
import { formatCount } from '../../lib/format';
import { documentsKey, reconcileDocuments } from './documentsApi';
import { findingGroups } from './findingGroups';

/** Compares documents, index, files and jobs, mends what differs, and shows what was found. */
export function ReconcileButton() {
  const { t } = useTranslation(['documents', 'common']);
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: reconcileDocuments,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: documentsKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconChecklist size={16} aria-hidden />}
        loading={check.isPending}
        onClick={() => check.mutate()}
        data-testid="reconcile"
      >
        {t('reconcile.open')}
      </Button>
      <Modal
        opened={check.data !== undefined}
        onClose={check.reset}
        title={t('reconcile.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {check.data && <Report report={check.data} />}
      </Modal>
    </>
  );
}

function Report({ report: { documents, files, findings } }: { report: ReconcileReport }) {
  const { t } = useTranslation('documents');
  const groups = findingGroups(findings);
  return (
    <Stack data-testid="reconcile-report">
      <Text size="sm">
        {t('reconcile.checked', { documents: formatCount(documents), files: formatCount(files) })}
      </Text>
      {groups.length === 0 ? (
        <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden />}>
          {t('reconcile.nothing')}
        </Alert>
      ) : (
        <Table verticalSpacing="xs" aria-label={t('reconcile.title')}>
          <Table.Tbody>
            {groups.map(({ kind, count, mended }) => (
              <Table.Tr key={kind}>
                <Table.Td>
                  <Text size="sm">{t(`reconcile.kind.${kind}`)}</Text>
                </Table.Td>
                <Table.Td ta="right">{formatCount(count)}</Table.Td>
                <Table.Td ta="right">
                  <Badge variant="dot" color={mended === count ? 'teal' : 'red'}>
                    {mended === count
                      ? t('reconcile.mended')
                      : t('reconcile.unmended', { count: count - mended })}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
