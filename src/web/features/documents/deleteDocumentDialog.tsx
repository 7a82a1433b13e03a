import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '../../../shared/documents';
import { ConfirmDialog } from '../../components/confirmDialog';
import { errorText } from '../../lib/apiError';
import { deleteDocument, documentsKey } from './documentsApi';

interface DeleteDocumentDialogProps {
  /** Undefined: closed. */
  document?: DocumentDto;
  onClose: () => void;
}

/** Asks whether a document shall go, and lets it go. */
export function DeleteDocumentDialog({ document, onClose }: DeleteDocumentDialogProps) {
  const { t } = useTranslation('documents');
  const queryClient = useQueryClient();
  const removal = useMutation({
    mutationFn: deleteDocument,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: documentsKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
    onSettled: onClose,
  });
  return (
    <ConfirmDialog
      opened={document !== undefined}
      title={t('delete.title')}
      text={t('delete.text', { title: document?.title ?? '' })}
      confirmLabel={t('delete.confirm')}
      busy={removal.isPending}
      onConfirm={() => document && removal.mutate(document.id)}
      onCancel={onClose}
    />
  );
}
