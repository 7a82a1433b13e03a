import { useQuery } from '@tanstack/react-query';
import type { PublicStatus } from '../../../shared/system';
import { sendRequest } from '../../lib/http';

/** What the server tells before anybody signs in; undefined until it is known. */
export function usePublicStatus(): PublicStatus | undefined {
  const { data } = useQuery({
    queryKey: ['public-status'],
    queryFn: async ({ signal }) =>
      (await (await sendRequest('/api/status', { signal })).json()) as PublicStatus,
  });
  return data;
}
