import type { SessionDto } from '../../../shared/people';
import type { Page } from '../../../shared/problem';
import { api, apiCommand } from '../../lib/api';

const sessionsPath = '/api/auth/sessions';
export const sessionsKey = ['own-sessions'] as const;

export async function readSessions(signal: AbortSignal): Promise<SessionDto[]> {
  return (await api<Page<SessionDto>>(sessionsPath, { signal })).items;
}

export function endSession(id: string): Promise<void> {
  return apiCommand(`${sessionsPath}/${id}`, { method: 'DELETE' });
}

export function endOtherSessions(): Promise<void> {
  return apiCommand(sessionsPath, { method: 'DELETE' });
}

export function changePassword(change: { currentPassword: string; newPassword: string }): Promise<void> {
  return apiCommand('/api/auth/password', { method: 'POST', body: change });
}
