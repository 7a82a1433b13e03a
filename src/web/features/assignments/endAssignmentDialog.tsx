import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { koreanDay } from '../../../shared/koreanTime';
import type { AssignmentDto } from '../../../shared/people';
import { ErrorNotice } from '../../components/errorNotice';
import { assignmentsKey, endAssignment } from './assignmentsApi';

interface EndAssignmentDialogProps {
  /** Null: closed. */
  assignment: AssignmentDto | null;
  onClose: () => void;
  /** How it is saved. */
  end?: typeof endAssignment;
}

/** Sets the last day of an assignment, or takes it away so that it is open again. */
export function EndAssignmentDialog({ assignment, onClose, end = endAssignment }: EndAssignmentDialogProps) {
  const { t } = useTranslation(['assignments', 'common']);
  return (
    <Modal
      opened={assignment !== null}
      onClose={onClose}
      title={t('end.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {assignment && <EndForm assignment={assignment} onClose={onClose} end={end} />}
    </Modal>
  );
}

function EndForm({
  assignment,
  onClose,
  end,
}: {
  assignment: AssignmentDto;
  onClose: () => void;
  end: typeof endAssignment;
}) {
  const { t } = useTranslation(['assignments', 'common', 'validation']);
  const queryClient = useQueryClient();
  const { id, employeeName, customerName, validFrom } = assignment;
  const today = koreanDay(new Date());
  const [lastDay, setLastDay] = useState(assignment.validTo ?? (today < validFrom ? validFrom : today));
  const tooEarly = lastDay !== '' && lastDay < validFrom;
  const ending = useMutation({
    mutationFn: () => end(id, lastDay || null),
    onSuccess: async () => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: assignmentsKey });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ending.mutate();
      }}
      noValidate
    >
      <Stack>
        <Text size="sm">{t('end.text', { employee: employeeName, customer: customerName })}</Text>
        <TextInput
          type="date"
          label={t('validTo')}
          description={t('end.help')}
          min={validFrom}
          value={lastDay}
          onChange={({ currentTarget: { value } }) => setLastDay(value)}
          error={tooEarly ? t('validation:periodOrder') : undefined}
          data-testid="last-day"
        />
        {ending.error && <ErrorNotice error={ending.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={tooEarly} loading={ending.isPending} data-testid="save-last-day">
            {t('end.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
