import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AssignmentDto } from '../../../shared/people';
import { ConfirmDialog } from '../../components/confirmDialog';
import { errorText } from '../../lib/apiError';
import { assignmentsKey, deleteAssignment } from './assignmentsApi';

interface DeleteAssignmentProps {
  /** Null: closed. */
  assignment: AssignmentDto | null;
  onClose: () => void;
}

/** Deletes an assignment that never should have been, after asking. */
export function DeleteAssignment({ assignment, onClose }: DeleteAssignmentProps) {
  const { t } = useTranslation('assignments');
  const queryClient = useQueryClient();
  const deletion = useMutation({
    mutationFn: deleteAssignment,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: assignmentsKey }),
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
    onSettled: onClose,
  });
  return (
    <ConfirmDialog
      opened={assignment !== null}
      title={t('delete.title')}
      text={t('delete.text', { employee: assignment?.employeeName, customer: assignment?.customerName })}
      confirmLabel={t('delete.submit')}
      busy={deletion.isPending}
      onConfirm={() => assignment && deletion.mutate(assignment.id)}
      onCancel={onClose}
    />
  );
}
