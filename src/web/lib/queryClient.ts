import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './apiError';
import { sessionStore } from './session';

/** The cache of what the server said. It is emptied at sign-out: the next person must not see it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && mayPass(error) },
  },
});

/** Only a failure that may be over in a moment is worth another try. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

sessionStore.subscribe(() => {
  if (sessionStore.get().status === 'signedOut') queryClient.clear();
});
