import type {
  NewVerifiedQuery,
  VerifiedQueryChanges,
  VerifiedQueryDto,
} from '../../../shared/verifiedQueries';
import { api, apiCommand } from '../../lib/api';

export const verifiedQueriesKey = ['verifiedQueries'] as const;
export const verifiedQueriesPath = '/api/verified-queries';

export function approveQuery(query: NewVerifiedQuery): Promise<VerifiedQueryDto> {
  return api(verifiedQueriesPath, { method: 'POST', body: query });
}

export function changeVerifiedQuery(id: number, changes: VerifiedQueryChanges): Promise<VerifiedQueryDto> {
  return api(`${verifiedQueriesPath}/${id}`, { method: 'PATCH', body: changes });
}

export function checkVerifiedQuery(id: number): Promise<VerifiedQueryDto> {
  return api(`${verifiedQueriesPath}/${id}/check`, { method: 'POST' });
}

export function removeVerifiedQuery(id: number): Promise<void> {
  return apiCommand(`${verifiedQueriesPath}/${id}`, { method: 'DELETE' });
}
