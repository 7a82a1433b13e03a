import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../../lib/apiError';
import { reviewKey } from './reviewApi';

/**
 * A change of the review: afterwards everything of it is read anew, also when it was refused, because somebody else was faster;
 * then the reader is told.
 */
export function useReviewChange<Given, Answer>(
  change: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: onDone,
    onError: (error) => notifications.show({ color: 'red', message: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: reviewKey }),
  });
}
