import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf, type ImportDto, type ImportRejectDto } from '../../../shared/imports';
import { ErrorNotice } from '../../components/errorNotice';
import { LoadMore } from '../../components/loadMore';
import { PageFallback } from '../../components/pageFallback';
import { usePages } from '../../lib/usePages';
import { changedCells } from './changedCells';
import { correctReject, importsKey, rejectsPath } from './importsApi';

/** The rows that were left out, each with what is wrong and its cells to correct. */
export function RejectList({ batch }: { batch: ImportDto }) {
  const { t } = useTranslation('imports');
  const pages = usePages<ImportRejectDto>([...importsKey, 'rejects', batch.id], rejectsPath(batch.id));
  if (pages.isPending) return <PageFallback />;
  return (
    <Stack gap="sm" component="section" aria-label={t('rejects')}>
      <Text fw={500}>{t('rejects')}</Text>
      {!batch.dryRun && (
        <Text size="sm" c="dimmed">
          {t('rejectsHelp')}
        </Text>
      )}
      {pages.error && <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.items.map((reject) => (
        <RejectedRow key={reject.id} batch={batch} reject={reject} />
      ))}
      <LoadMore pages={pages} />
    </Stack>
  );
}

function RejectedRow({ batch, reject }: { batch: ImportDto; reject: ImportRejectDto }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const [cells, setCells] = useState<Record<string, string>>(reject.cells);
  const changes = changedCells(reject.cells, cells);
  const correction = useMutation({
    mutationFn: () => correctReject(batch.id, reject.id, changes),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [...importsKey, 'rejects', batch.id] }),
  });
  const messageOf = (column: string) =>
    reject.errors
      .filter((error) => error.column === column)
      .map(({ message }) => message)
      .join(' ');
  const ofRow = reject.errors.filter(({ column }) => column === null);
  return (
    <Paper withBorder p="sm" data-testid="reject">
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {t('rowNumber', { row: reject.row })}
          </Text>
          {reject.corrected && <Badge color="teal">{t('corrected')}</Badge>}
        </Group>
        {ofRow.map(({ code, message }) => (
          <Text key={code} size="sm" c="var(--mantine-color-error)">
            {message}
          </Text>
        ))}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          {columnsOf(batch.kind).map((column) => (
            <TextInput
              key={column}
              size="xs"
              label={column}
              readOnly={batch.dryRun}
              value={cells[column] ?? ''}
              error={messageOf(column)}
              onChange={({ currentTarget: { value } }) => setCells((was) => ({ ...was, [column]: value }))}
            />
          ))}
        </SimpleGrid>
        {correction.error && <ErrorNotice error={correction.error} />}
        {!batch.dryRun && (
          <Group justify="flex-end">
            <Button
              size="xs"
              variant="default"
              disabled={Object.keys(changes).length === 0}
              loading={correction.isPending}
              onClick={() => correction.mutate()}
            >
              {t('correct')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
