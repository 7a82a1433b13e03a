import { ActionIcon, Badge, Code, Group, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedQueryDto } from '../../../shared/verifiedQueries';
import { ConfirmDialog } from '../../components/confirmDialog';
import { errorText } from '../../lib/apiError';
import { formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { EditQuestionDialog } from './editQuestionDialog';
import { checkVerifiedQuery, removeVerifiedQuery, verifiedQueriesKey } from './verifiedQueriesApi';

/** One question with its query, whether it is in use, and what can be done with it. */
export function VerifiedQueryRow({ query }: { query: VerifiedQueryDto }) {
  const language = useLanguage();
  const { question, statement, approvedBy, createdAt } = query;
  return (
    <Table.Tr data-testid="verified-query-row">
      <Table.Td>
        <Text size="sm" fw={500}>
          {question}
        </Text>
      </Table.Td>
      <Table.Td maw={360}>
        <Code block>{JSON.stringify({ [statement.subject]: statement.query }, null, 1)}</Code>
      </Table.Td>
      <Table.Td>
        <QueryState query={query} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{approvedBy}</Text>
        <Text size="xs" c="dimmed">
          {formatTime(createdAt, language)}
        </Text>
      </Table.Td>
      <Table.Td>
        <QueryActions query={query} />
      </Table.Td>
    </Table.Tr>
  );
}

function QueryState({ query: { brokenReason, checkedAt } }: { query: VerifiedQueryDto }) {
  const { t } = useTranslation('verifiedQueries');
  const language = useLanguage();
  return (
    <>
      <Badge color={brokenReason ? 'red' : 'green'} variant="dot">
        {t(brokenReason ? 'state.broken' : 'state.used')}
      </Badge>
      <Text size="xs" c="dimmed">
        {brokenReason?.[language] ?? t('checked', { time: formatTime(checkedAt, language) })}
      </Text>
    </>
  );
}

function QueryActions({ query }: { query: VerifiedQueryDto }) {
  const { t } = useTranslation('verifiedQueries');
  const { id, question } = query;
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const outcome = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: verifiedQueriesKey }),
    onError: (error: Error) => notifications.show({ color: 'red', message: errorText(error) }),
  };
  const check = useMutation({ mutationFn: () => checkVerifiedQuery(id), ...outcome });
  const removal = useMutation({ mutationFn: () => removeVerifiedQuery(id), ...outcome });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('check', { question })}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('edit.open', { question })}
        onClick={() => setOpen('edit')}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        aria-label={t('remove.open', { question })}
        onClick={() => setOpen('remove')}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {open === 'edit' && <EditQuestionDialog query={query} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        opened={open === 'remove'}
        title={t('remove.title')}
        text={t('remove.text', { question })}
        confirmLabel={t('remove.confirm')}
        busy={removal.isPending}
        onConfirm={() => removal.mutate()}
        onCancel={() => setOpen(null)}
      />
    </Group>
  );
}
