import { ActionIcon, Group, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowBackUp,
  IconCheck,
  IconDots,
  IconFileUpload,
  IconListDetails,
  IconPencil,
  IconPlayerStop,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import { errorText } from '../../lib/apiError';
import { type DocumentAction, documentActions } from './documentMarks';
import {
  approveDocument,
  cancelDocument,
  documentsKey,
  reindexDocument,
  withdrawDocument,
} from './documentsApi';

/** What is opened beside the list for one of its documents. */
export interface DocumentDialogs {
  showChunks: (document: DocumentDto) => void;
  edit: (document: DocumentDto) => void;
  addVersion: (document: DocumentDto) => void;
  remove: (document: DocumentDto) => void;
}

const icons: Record<DocumentAction, typeof IconCheck> = {
  edit: IconPencil,
  approve: IconCheck,
  cancel: IconPlayerStop,
  retry: IconRefresh,
  reindex: IconRefresh,
  newVersion: IconFileUpload,
  withdraw: IconArrowBackUp,
};

interface DocumentActionsProps {
  document: DocumentDto;
  dialogs: DocumentDialogs;
}

/** What can be done with a document: its passages at once, everything else by name in a menu. */
export function DocumentActions({ document, dialogs }: DocumentActionsProps) {
  const { t } = useTranslation('documents');
  const run = useRunAction(document, dialogs);
  const deleting = document.status === 'deleting';
  return (
    <Group gap={4} wrap="nowrap">
      <RowIcon
        label={t('action.chunks', { title: document.title })}
        disabled={deleting}
        onClick={() => dialogs.showChunks(document)}
      >
        <IconListDetails size={18} aria-hidden />
      </RowIcon>
      <Menu position="bottom-end" disabled={deleting}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('action.more', { title: document.title })}
            disabled={deleting}
            loading={run.isPending}
            data-testid="document-actions"
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {documentActions(document).map((action) => (
            <Menu.Item
              key={action}
              leftSection={<ActionGlyph action={action} />}
              onClick={() => run.mutate(action)}
              data-testid={`action-${action}`}
            >
              {t(`action.${action}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => dialogs.remove(document)}
          >
            {t('action.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function useRunAction(document: DocumentDto, dialogs: DocumentDialogs) {
  const queryClient = useQueryClient();
  const actions: Record<DocumentAction, () => unknown> = {
    edit: () => dialogs.edit(document),
    newVersion: () => dialogs.addVersion(document),
    approve: () => approveDocument(document.id),
    withdraw: () => withdrawDocument(document.id),
    cancel: () => cancelDocument(document.id),
    retry: () => reindexDocument(document.id),
    reindex: () => reindexDocument(document.id),
  };
  return useMutation({
    mutationFn: async (action: DocumentAction) => {
      await actions[action]();
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: documentsKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
  });
}

function ActionGlyph({ action }: { action: DocumentAction }) {
  const Icon = icons[action];
  return <Icon size={16} aria-hidden />;
}

interface RowIconProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}

function RowIcon({ label, disabled, onClick, children }: RowIconProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
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
