import { Button, Checkbox, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { exportFormats, shortestReason, usualColumns, type ExportColumn } from '../../../shared/auditExports';
import { ErrorNotice } from '../../components/errorNotice';
import { inLanguage } from '../../lib/inLanguage';
import { formatCount } from '../../lib/format';
import { askForExport, countTurns, exportsKey, type ChosenFilter, type ExportWish } from './auditExportsApi';
import { ColumnChoice } from './columnChoice';

interface ExportFormProps {
  filters: ChosenFilter;
  onClose: () => void;
}

/** What the file is to be, and why it is wanted; leads to the list where it can be watched. */
export function ExportForm({ filters, onClose }: ExportFormProps) {
  const { t } = useTranslation(['auditExports', 'common']);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Omit<ExportWish, 'filter'>>({
    initialValues: { format: 'xlsx', columns: [...usualColumns], trace: false, reason: '' },
    validate: {
      reason: (reason) =>
        reason.trim().length < shortestReason
          ? inLanguage(() => i18next.t('auditExports:reasonTooShort'))
          : null,
      columns: (columns) =>
        columns.length === 0 ? inLanguage(() => i18next.t('auditExports:noColumns')) : null,
    },
  });
  const found = useQuery({ queryKey: ['turn-count', filters], queryFn: () => countTurns(filters) });
  const ask = useMutation({
    mutationFn: askForExport,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: exportsKey });
      onClose();
      await navigate('/audit/exports');
    },
  });
  const { format, columns } = form.values;
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        ask.mutate({ ...values, trace: values.trace && format === 'jsonl', filter: filters }),
      )}
    >
      <Stack>
        <Text size="sm" role="status" data-testid="turns-found">
          {found.isSuccess && t('found', { count: formatCount(found.data) })}
          {found.isPending && t('counting')}
        </Text>
        {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        <SegmentedControl
          aria-label={t('format')}
          data={exportFormats.map((value) => ({ value, label: value.toUpperCase() }))}
          {...form.getInputProps('format')}
        />
        <Text size="xs" c="dimmed">
          {t(`formatHelp.${format}`)}
        </Text>
        {format === 'jsonl' && (
          <Checkbox label={t('withTrace')} {...form.getInputProps('trace', { type: 'checkbox' })} />
        )}
        <ColumnChoice
          chosen={columns}
          error={form.errors.columns}
          onChange={(next: ExportColumn[]) => form.setFieldValue('columns', next)}
        />
        <Textarea
          label={t('reason')}
          description={t('reasonHelp')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
          data-testid="export-reason"
        />
        {ask.error && <ErrorNotice error={ask.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={ask.isPending} data-testid="ask-for-export">
            {t('ask')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
