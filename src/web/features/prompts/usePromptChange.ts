import { useMutation, useQueryClient } from '@tanstack/react-query';
import { promptsKey } from './promptsApi';

/** A change of prompts: afterwards everything of them is read anew. */
export function usePromptChange<Given, Answer>(
  change: (given: Given) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await queryClient.invalidateQueries({ queryKey: promptsKey });
      onDone(answer);
    },
  });
}
