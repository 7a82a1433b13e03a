import { useQuery } from '@tanstack/react-query';
import { onceRead } from '../../lib/onceRead';
import { readKnowledge } from './auditApi';

/** What a turn knew. */
export function useKnowledge(turnId: string) {
  return useQuery({ queryKey: ['knowledge', turnId], queryFn: () => readKnowledge(turnId), ...onceRead });
}
