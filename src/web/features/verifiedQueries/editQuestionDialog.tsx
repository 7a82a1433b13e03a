import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedQueryDto } from '../../../shared/verifiedQueries';
import { ErrorNotice } from '../../components/errorNotice';
import { changeVerifiedQuery, verifiedQueriesKey } from './verifiedQueriesApi';

/** Puts the question into other words; the query stays, and both are checked anew. */
export function EditQuestionDialog({ query, onClose }: { query: VerifiedQueryDto; onClose: () => void }) {
  const { t } = useTranslation(['verifiedQueries', 'common']);
  const queryClient = useQueryClient();
  const [question, setQuestion] = useState(query.question);
  const change = useMutation({
    mutationFn: () => changeVerifiedQuery(query.id, { question }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: verifiedQueriesKey });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('edit.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t('column.question')}
            description={t('edit.help')}
            value={question}
            maxLength={500}
            onChange={(event) => setQuestion(event.currentTarget.value)}
            data-autofocus
          />
          {change.error && <ErrorNotice error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={question.trim() === ''}>
              {t('edit.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
