import { ActionIcon, Group, Table, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconListDetails, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import { errorText } from '../../lib/apiError';
import { formatBytes, formatTime } from '../../lib/format';
import { useLanguage } from '../../lib/useLanguage';
import { audienceText } from './audienceText';
import { DocumentState } from './documentState';
import { documentTypeLabel } from './documentTypeLabel';
import { documentsKey, reindexDocument } from './documentsApi';

interface DocumentRowProps {
  document: DocumentDto;
  onShowChunks: () => void;
  onDelete: () => void;
}

/** A document in the list. */
export function DocumentRow({ document, onShowChunks, onDelete }: DocumentRowProps) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const facts = [
    documentTypeLabel(document.docType),
    formatBytes(document.size),
    document.pages === null ? '' : t('pages', { count: document.pages }),
    formatTime(document.createdAt, language),
  ];
  return (
    <Table.Tr data-testid="document-row" data-document-id={document.id} data-status={document.status}>
      <Table.Td maw={360}>
        <Text size="sm" fw={500}>
          {document.title}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td miw={170}>
        <DocumentState document={document} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{audienceText(document.audience)}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{validityText(document) || t('validity.always')}</Text>
      </Table.Td>
      <Table.Td>
        <DocumentActions document={document} onShowChunks={onShowChunks} onDelete={onDelete} />
      </Table.Td>
    </Table.Tr>
  );
}

function DocumentActions({ document, onShowChunks, onDelete }: DocumentRowProps) {
  const { t } = useTranslation('documents');
  const queryClient = useQueryClient();
  const reindex = useMutation({
    mutationFn: () => reindexDocument(document.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: documentsKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
  const busy = document.status === 'deleting';
  return (
    <Group gap={4} wrap="nowrap">
      <RowAction label={t('action.chunks', { title: document.title })} onClick={onShowChunks} disabled={busy}>
        <IconListDetails size={18} aria-hidden />
      </RowAction>
      <RowAction
        label={t('action.reindex', { title: document.title })}
        onClick={() => reindex.mutate()}
        disabled={busy || reindex.isPending}
      >
        <IconRefresh size={18} aria-hidden />
      </RowAction>
      <RowAction
        label={t('action.delete', { title: document.title })}
        onClick={onDelete}
        disabled={busy}
        danger
      >
        <IconTrash size={18} aria-hidden />
      </RowAction>
    </Group>
  );
}

interface RowActionProps {
  label: string;
  onClick: () => void;
  disabled: boolean;
  danger?: boolean;
  children: ReactNode;
}

function RowAction({ label, onClick, disabled, danger, children }: RowActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color={danger ? 'red' : 'gray'}
        size="lg"
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function validityText({ validFrom, validTo }: DocumentDto): string {
  return validFrom || validTo ? `${validFrom ?? ''} ~ ${validTo ?? ''}`.trim() : '';
}
