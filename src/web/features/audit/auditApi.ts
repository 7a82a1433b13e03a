import type { AuditTurnDto, SavedTurnFilterDto, SpanDto, TurnChoicesDto } from '../../../shared/audit';
import type { KnowledgeDto } from '../../../shared/replay';
import { api } from '../../lib/api';
import type { TurnFilters } from './turnFilters';

export const turnsPath = '/api/audit/turns';

export function readTurn(turnId: string): Promise<AuditTurnDto> {
  return api(`${turnsPath}/${turnId}`);
}

/** Every step of a turn, as a flat list. */
export async function readTrace(turnId: string): Promise<SpanDto[]> {
  const { items } = await api<{ items: SpanDto[] }>(`${turnsPath}/${turnId}/trace`);
  return items;
}

/** The passages and rows a turn answered from, as they were. */
export function readKnowledge(turnId: string): Promise<KnowledgeDto> {
  return api(`${turnsPath}/${turnId}/knowledge`);
}

/** What the newest turns have: what a filter offers. */
export function readTurnChoices(): Promise<TurnChoicesDto> {
  return api('/api/audit/turn-choices');
}

const savedPath = '/api/audit/filters';

/** Filters kept by a name: own ones, and those other analysts share. */
export async function readSavedFilters(): Promise<SavedTurnFilterDto[]> {
  return (await api<{ items: SavedTurnFilterDto[] }>(savedPath)).items;
}

export function saveFilter(body: { name: string; filter: TurnFilters; shared: boolean }): Promise<void> {
  return api(savedPath, { method: 'POST', body });
}

export function changeFilter(id: string, body: { name: string; shared: boolean }): Promise<void> {
  return api(`${savedPath}/${id}`, { method: 'PATCH', body });
}

export function deleteFilter(id: string): Promise<void> {
  return api(`${savedPath}/${id}`, { method: 'DELETE' });
}
