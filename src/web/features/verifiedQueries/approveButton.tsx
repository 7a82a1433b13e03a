import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError, errorText } from '../../lib/apiError';
import { approveQuery, verifiedQueriesKey } from './verifiedQueriesApi';

/** Approves the question of a turn with the query it ran. */
export function ApproveButton({ turnId }: { turnId: string }) {
  const { t } = useTranslation('verifiedQueries');
  const queryClient = useQueryClient();
  const approval = useMutation({
    mutationFn: () => approveQuery({ turnId }),
    onSuccess: async ({ question }) => {
      notifications.show({ color: 'green', message: t('approve.done', { question }) });
      await queryClient.invalidateQueries({ queryKey: verifiedQueriesKey });
    },
    onError: (error) => notifications.show({ color: 'red', message: whyRefused(error) }),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />}
      loading={approval.isPending}
      disabled={approval.isSuccess}
      onClick={() => approval.mutate()}
      data-testid="approve-query"
    >
      {t(approval.isSuccess ? 'approve.approved' : 'approve.submit')}
    </Button>
  );
}

/** What stands in the way, such as a customer the question does not name. */
function whyRefused(error: Error): string {
  const fields = error instanceof ApiError ? error.fields : [];
  return [errorText(error), ...fields.map(({ message }) => message)].join(' ');
}
